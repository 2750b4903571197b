import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AgentReport, AgentRow, Polarity, Proportion } from '../api/types.js';
import { Basis } from '../figures/basis.js';
import { Rate } from '../figures/rate.js';
import { filterSearch, type ReportFilter } from '../filters/filters.js';
import { useFormat } from '../format/use-format.js';
import { isUnreviewed } from './unreviewed.js';

const nameOf = ({ agent }: AgentRow): string => agent.name ?? agent.ref;

/** By name, always: a table sorted by rate would rank people on noise (docs/fairness.md). */
export function AgentTable({ report, query }: { report: AgentReport; query: ReportFilter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = report.rows.toSorted((a, b) => format.compare(nameOf(a), nameOf(b)));
  return (
    <section aria-labelledby="par-agent">
      <div className="section-head">
        <h2 id="par-agent">{t('overview.agents')}</h2>
        <Basis basis={report.basis} />
      </div>
      <p className="note">{t('overview.agentsNote')}</p>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{t('overview.colAgent')}</th>
            <th scope="col" className="number">
              {t('overview.colVolume')}
            </th>
            <th scope="col">{t('overview.colViolations')}</th>
            <th scope="col">{t('overview.colMerits')}</th>
            <th scope="col" className="number">
              {t('overview.colReview')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.agent.ref} row={row} query={query} basis={report.basis} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row, query, basis }: { row: AgentRow; query: ReportFilter; basis: AgentReport['basis'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = nameOf(row);
  return (
    <tr>
      <th scope="row">
        <Link to={`/constats${filterSearch({ ...query, agent: row.agent.ref })}`} title={t('overview.seeFindings', { name })}>
          {name}
        </Link>
        <span className="under">{row.team ? (row.team.name ?? row.team.ref) : t('overview.noTeam')}</span>
      </th>
      <td className="number" data-label={t('overview.colVolume')}>
        {format.count(row.interactions)}
      </td>
      <td data-label={t('overview.colViolations')}>
        {figure('violation', row.withViolation, row.violations)}
      </td>
      <td data-label={t('overview.colMerits')}>
        {figure('merit', row.withMerit, row.merits)}
      </td>
      <td className="number" data-label={t('overview.colReview')}>
        {row.awaitingReview === 0 ? (
          format.count(0)
        ) : (
          <Link to={`/constats${filterSearch({ ...query, agent: row.agent.ref, status: 'detected' })}`} title={t('overview.seeAwaiting', { name })}>
            {format.count(row.awaitingReview)}
          </Link>
        )}
      </td>
    </tr>
  );

  function figure(polarity: Polarity, proportion: Proportion, count: number) {
    if (isUnreviewed(basis, row, count)) return <span className="no-figure">{t('figures.notReviewed')}</span>;
    return (
      <>
        <Rate proportion={proportion} polarity={polarity} />
        <span className="total">{t(polarity === 'violation' ? 'figures.violations' : 'figures.merits', { count })}</span>
      </>
    );
  }
}
