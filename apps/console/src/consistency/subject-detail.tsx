import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { consistencyReport } from '../api/queries.js';
import type { ConsistencyRow } from '../api/types.js';
import { filterSearch, type AnyFilter, type ConsistencyFilter } from '../filters/filters.js';
import { Empty, Loading, Problem } from '../states/states.js';
import { ChannelGaps } from './channel-gaps.js';
import { CountedDays } from './counted-days.js';
import { FunnelSection } from './funnel-section.js';
import { SpreadRow } from './spread-row.js';
import { SpreadTable } from './spread-table.js';
import { subjectFilter } from './subject-filter.js';

/** One rule, or one polarity of a commitment: its spreads, its channels, and everybody's place. */
export function SubjectDetail({ query, filters, language }: { query: ConsistencyFilter; filters: AnyFilter; language: string | undefined }) {
  const { t } = useTranslation();
  const { rule, commitment, polarity = 'violation' } = filters;
  const { data, error, refetch } = useQuery(consistencyReport({ ...query, ...(rule === undefined ? { commitment } : { rule }) }));
  const row = data?.rows.find((one) => (rule === undefined ? one.subject === 'commitment' && one.polarity === polarity : one.id === rule));
  return (
    <>
      <p>
        <Link to={`/coherence${filterSearch(query)}`}>← {t('consistency.back')}</Link>
      </p>
      {row && data ? (
        <>
          <CountedDays report={data} />
          <Detail row={row} query={query} language={language} />
        </>
      ) : data ? (
        <Empty title={t('state.notFound')} detail={t('state.notFoundDetail')} />
      ) : error ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </>
  );
}

function Detail({ row, query, language }: { row: ConsistencyRow; query: ConsistencyFilter; language: string | undefined }) {
  const { t } = useTranslation();
  const words = { ...query, ...subjectFilter(row) };
  return (
    <div className="tune-detail">
      <section aria-labelledby="sujet">
        <div className="section-head">
          <h2 id="sujet" lang={language}>
            {row.text ?? row.id}
          </h2>
          <Link to={`/constats${filterSearch(words)}`}>{t('consistency.findings')}</Link>
        </div>
        <SpreadTable labelledBy="sujet">
          <tbody>
            <SpreadRow row={row} query={query} language={language} />
          </tbody>
        </SpreadTable>
      </section>
      {row.suppressed === null && <ChannelGaps row={row} words={words} />}
      {row.funnel && <FunnelSection funnel={row.funnel} polarity={row.polarity} words={words} />}
    </div>
  );
}
