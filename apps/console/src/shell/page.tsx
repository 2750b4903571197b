import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';

/** A page's title, read out when one arrives on it, and its content. */
export function Page({ title, lead, aside, children }: { title: string; lead?: ReactNode; aside?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname, key } = useLocation();
  useEffect(() => {
    // The very first page is announced by the browser itself.
    if (key !== 'default') heading.current?.focus({ preventScroll: true });
    // oxlint-disable-next-line react/exhaustive-deps -- a change of filter is not an arrival
  }, [pathname]);
  return (
    <>
      <title>{`${title} · ${t('brand')}`}</title>
      <header className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p className="lead">{lead}</p>}
        </div>
        {aside}
      </header>
      {children}
    </>
  );
}
