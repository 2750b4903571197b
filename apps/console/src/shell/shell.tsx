import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, NavLink, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { AccountMenu } from '../access/account-menu.js';
import { OpenNotice } from '../access/open-notice.js';
import { me } from '../access/queries.js';
import { organisation } from '../api/queries.js';
import { Loading, Problem } from '../states/states.js';
import { KeyHelp } from './key-help.js';
import { LanguageSwitch } from './language-switch.js';
import { Nav } from './nav.js';
import { useKeys } from './use-keys.js';

/** What is around every page, for whoever has come in. It waits for the organisation: no date is written before its time zone is known. */
export function Shell() {
  const { t } = useTranslation();
  const who = useQuery(me);
  const { pathname, search } = useLocation();
  const house = useQuery({ ...organisation, enabled: Boolean(who.data) });
  const { data } = house;
  const error = who.error ?? house.error;
  const [help, setHelp] = useState(false);
  useKeys({ '?': useCallback(() => setHelp(true), []) });
  if (who.data === null) return <Navigate to={`/connexion?vers=${encodeURIComponent(pathname + search)}`} replace />;
  return (
    <>
      <a className="skip" href="#contenu">
        {t('skip')}
      </a>
      <header className="bar">
        <div className="bar-in">
          <NavLink to="/" className="brand">
            <svg className="fork" viewBox="0 0 32 32" aria-hidden="true">
              <path d="M11 5v9a5 5 0 0 0 10 0V5M16 19v8" />
            </svg>
            <span className="brand-name">{t('brand')}</span>
          </NavLink>
          <Nav who={who.data} />
          <div className="bar-tools">
            {data && who.data?.kind === 'open' && <span className="organisation">{data.name}</span>}
            <button type="button" className="quiet key-help" aria-label={t('keys.open')} title={t('keys.open')} onClick={() => setHelp(true)}>
              <kbd>?</kbd>
            </button>
            <LanguageSwitch />
            {who.data?.kind === 'account' && <AccountMenu who={who.data} house={data?.name ?? ''} />}
          </div>
        </div>
      </header>
      {who.data && <OpenNotice who={who.data} />}
      <main id="contenu" tabIndex={-1}>
        {data ? <Outlet /> : error ? <Problem error={error} retry={() => void (who.error ? who : house).refetch()} /> : <Loading />}
      </main>
      <KeyHelp open={help} close={() => setHelp(false)} />
      <ScrollRestoration />
    </>
  );
}
