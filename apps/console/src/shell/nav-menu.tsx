import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Group } from '../pages.js';

/** A menu of the navigation: its button, and its links while it is open. */
export function NavMenu({ group, isHere, isOpen, toggle, children }: { group: Group; isHere: boolean; isOpen: boolean; toggle: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <li className="nav-menu">
      <button type="button" aria-expanded={isOpen} aria-controls={`menu-${group}`} aria-current={isHere ? 'true' : undefined} onClick={toggle}>
        {t(`nav.group.${group}`)}
        <svg className="nav-arrow" viewBox="0 0 12 12" aria-hidden="true">
          <path d="m2 4 4 4 4-4" />
        </svg>
      </button>
      <ul id={`menu-${group}`} hidden={!isOpen}>
        {children}
      </ul>
    </li>
  );
}
