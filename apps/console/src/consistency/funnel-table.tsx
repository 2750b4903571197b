import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Funnel, Polarity } from '../api/types.js';
import { Rate } from '../figures/rate.js';
import { filterSearch, type FindingFilter } from '../filters/filters.js';
import { useFormat } from '../format/use-format.js';
import { nameOf, positionKey } from './funnel-scale.js';

/** The plot in words. By name, always: a table sorted by rate would rank people on noise (docs/fairness.md). */
export function FunnelTable({ funnel, polarity, words }: { funnel: Funnel; polarity: Polarity; words: FindingFilter }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">{t('overview.colAgent')}</th>
          <th scope="col">{t('consistency.colObserved')}</th>
          <th scope="col">{t('consistency.colExpected')}</th>
          <th scope="col">{t('consistency.colLimits')}</th>
        </tr>
      </thead>
      <tbody>
        {funnel.points
          .toSorted((a, b) => format.compare(nameOf(a), nameOf(b)))
          .map((point) => (
            <tr key={point.agent.ref}>
              <th scope="row">
                <Link to={`/constats${filterSearch({ ...words, agent: point.agent.ref })}`} title={t('overview.seeFindings', { name: nameOf(point) })}>
                  {nameOf(point)}
                </Link>
                <span className="under">{point.team ? (point.team.name ?? point.team.ref) : t('overview.noTeam')}</span>
              </th>
              <td data-label={t('consistency.colObserved')}>
                <Rate proportion={point.flagged} polarity={polarity} />
              </td>
              <td data-label={t('consistency.colExpected')}>{format.share(point.expected)}</td>
              <td data-label={t('consistency.colLimits')}>
                {point.limits.map(({ level, low, high }) => (
                  <span key={level} className="total">
                    {t('consistency.limits', { low: format.count(low), high: format.count(high), level: format.level(level) })}
                  </span>
                ))}
                <span className={`position ${point.position.split('-')[0]}`}>{t(`consistency.position.${positionKey(point.position)}`)}</span>
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
