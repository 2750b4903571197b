import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, ScrollRestoration } from 'react-router';
import { organisation } from '../api/queries.js';
import { Loading, Problem } from '../states/states.js';
import { KeyHelp } from './key-help.js';
import { LanguageSwitch } from './language-switch.js';
import { useKeys } from './use-keys.js';

const PAGES = [
  { to: '/', name: 'overview' },
  { to: '/interactions', name: 'interactions' },
  { to: '/constats', name: 'findings' },
  { to: '/coherence', name: 'consistency' },
  { to: '/regles', name: 'rules' },
  { to: '/annuaire', name: 'directory' },
] as const;

/** What is around every page. It waits for the organisation: no date is written before its time zone is known. */
export function Shell() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(organisation);
  const [help, setHelp] = useState(false);
  useKeys({ '?': useCallback(() => setHelp(true), []) });
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
            {t('brand')}
          </NavLink>
          <nav aria-label={t('nav.label')}>
            {PAGES.map(({ to, name }) => (
              <NavLink key={to} to={to} end={to === '/'}>
                {t(`nav.${name}`)}
              </NavLink>
            ))}
          </nav>
          <div className="bar-tools">
            {data && <span className="organisation">{data.name}</span>}
            <button type="button" className="quiet" aria-label={t('keys.open')} title={t('keys.open')} onClick={() => setHelp(true)}>
              <kbd>?</kbd>
            </button>
            <LanguageSwitch />
          </div>
        </div>
      </header>
      <main id="contenu" tabIndex={-1}>
        {data ? <Outlet /> : error ? <Problem error={error} retry={() => void refetch()} /> : <Loading />}
      </main>
      <KeyHelp open={help} close={() => setHelp(false)} />
      <ScrollRestoration />
    </>
  );
}
