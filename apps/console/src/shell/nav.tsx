import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import type { Me } from '../access/queries.js';
import { may } from '../access/rights.js';
import { GROUPS, type Group, type NavPage, PAGES } from '../pages.js';
import { NavMenu } from './nav-menu.js';
import { useElsewhere } from './use-elsewhere.js';

/** Where the arrows lead: what stands in the bar, or in an open menu. */
const STOPS = 'a, button';

/**
 * The ways to the pages that the reader may see: links and menus that open on a click or a key (disclosures, not an application's menu: Tab walks
 * everything, the arrows are a help). On a small screen all of it is behind one button.
 */
export function Nav({ who }: { who: Me | null | undefined }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  const [whole, setWhole] = useState(false);
  const [open, setOpen] = useState<Group | null>(null);
  const pages = PAGES.filter(({ right }) => may(who, right));
  const here = pages.find(({ to }) => isAt(pathname, to))?.group ?? null;
  const close = useCallback((): void => {
    setWhole(false);
    setOpen(null);
  }, []);
  useElsewhere(nav, close);
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape' && (whole || open)) {
      event.preventDefault();
      const opener = nav.current?.querySelector<HTMLElement>(open ? `[aria-controls="menu-${open}"]` : '.nav-whole');
      if (open) setOpen(null);
      else setWhole(false);
      opener?.focus();
    }
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const stops = [...(nav.current?.querySelectorAll<HTMLElement>(STOPS) ?? [])].filter((stop) => stop.checkVisibility());
    stops[stops.findIndex((stop) => stop === document.activeElement) + step]?.focus();
  };
  const link = ({ to, name }: NavPage) => (
    <NavLink to={to} end={to === '/'} onClick={close}>
      {t(`nav.page.${name}`)}
    </NavLink>
  );
  const openWhole = (): void => {
    setWhole(!whole);
    setOpen(whole ? null : here);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys belong to the links and buttons in it
    <nav ref={nav} aria-label={t('nav.label')} onKeyDown={press}>
      <button type="button" className="nav-whole" aria-expanded={whole} aria-controls="navigation" onClick={openWhole}>
        {t('nav.menu')}
      </button>
      <ul id="navigation" className="nav-pages" data-open={whole}>
        {pages.map((page) => page.group === undefined && <li key={page.to}>{link(page)}</li>)}
        {GROUPS.map((group) => {
          const own = pages.filter((page) => page.group === group);
          if (own.length === 0) return null;
          // A menu of one would be a click for nothing.
          if (own.length === 1) return <li key={group}>{link(own[0]!)}</li>;
          return (
            <NavMenu key={group} group={group} isHere={group === here} isOpen={group === open} toggle={() => setOpen(group === open ? null : group)}>
              {own.map((page) => (
                <li key={page.to}>{link(page)}</li>
              ))}
            </NavMenu>
          );
        })}
      </ul>
    </nav>
  );
}

const isAt = (pathname: string, to: string): boolean => pathname === to || (to !== '/' && pathname.startsWith(`${to}/`));
