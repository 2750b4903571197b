import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useMay } from '../access/rights.js';
import { ProblemError } from '../api/problem.js';
import { ruleReport, rulebook } from '../api/queries.js';
import type { Rulebook, RuleRow } from '../api/types.js';
import { CountedDays } from '../figures/basis.js';
import { Page } from '../shell/page.js';
import { Empty, Loading, Problem } from '../states/states.js';
import { RuleCard } from './rule-card.js';

/** The score everyone plays by: the promise, what it commits to, and every rule that serves it. */
export function RulebookPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(rulebook);
  const withFigures = useMay('figures');
  const figures = useQuery({ ...ruleReport, enabled: withFigures });
  const byRule = new Map((figures.data?.rows ?? []).map((row) => [row.ruleId, row]));
  return (
    <Page title={t('rules.title')} lead={data && <Identity rulebook={data} />}>
      {figures.data && <CountedDays period={figures.data.period} rows={figures.data.rows} />}
      {data ? (
        <Score rulebook={data} figures={byRule} />
      ) : error instanceof ProblemError && error.status === 404 ? (
        <Empty title={t('rules.empty')} detail={t('rules.emptyDetail')} />
      ) : error ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

function Identity({ rulebook: { name, version, hash, rules } }: { rulebook: Rulebook }) {
  const { t } = useTranslation();
  return (
    <span className="row-facts">
      <span>{t('rules.version', { name, version })}</span>
      <span>{t('rules.count', { count: rules.length })}</span>
      <span title={hash}>
        {t('rules.hash', { hash: hash.slice(0, 12) })}
      </span>
    </span>
  );
}

function Score({ rulebook: { promise, commitments, rules, language }, figures }: { rulebook: Rulebook; figures: ReadonlyMap<string, RuleRow> }) {
  const { t } = useTranslation();
  const { hash } = useLocation();
  useEffect(() => {
    // The rules arrive after the page: the browser could not find the anchor by itself.
    if (hash !== '') document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView({ block: 'center' });
  }, [hash]);
  return (
    <>
      <section className="promise" aria-labelledby="promesse">
        <h2 id="promesse">{t('rules.promise')}</h2>
        <p lang={language}>{promise}</p>
      </section>
      <nav className="contents" aria-label={t('rules.contents')}>
        {Object.entries(commitments).map(([id, text]) => (
          <a key={id} href={`#engagement-${id}`} lang={language}>
            {text}
          </a>
        ))}
      </nav>
      {Object.entries(commitments).map(([id, text]) => {
        const served = rules.filter(({ serves }) => serves === id);
        return (
          <section key={id} className="commitment" aria-labelledby={`engagement-${id}`}>
            <div className="section-head">
              <h2 id={`engagement-${id}`} lang={language}>
                {text}
              </h2>
              <span className="basis">{t('rules.count', { count: served.length })}</span>
            </div>
            {served.length === 0 && <p className="note">{t('rules.noRules')}</p>}
            <ul className="rules">
              {served.map((rule) => (
                <RuleCard key={rule.id} rule={rule} language={language} figures={figures.get(rule.id) ?? null} target={hash === `#${encodeURIComponent(rule.id)}`} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
