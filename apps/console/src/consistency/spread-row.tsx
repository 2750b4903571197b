import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ConsistencyRow } from '../api/types.js';
import { TooSmall } from '../figures/basis.js';
import { Rate } from '../figures/rate.js';
import { filterSearch, type ConsistencyFilter } from '../filters/filters.js';
import { subjectFilter } from './subject-filter.js';
import { SpreadCell } from './spread-cell.js';

export function SpreadRow({ row, query, language }: { row: ConsistencyRow; query: ConsistencyFilter; language: string | undefined }) {
  const { t } = useTranslation();
  const words = row.polarity === 'violation' ? t('consistency.violations') : t('consistency.merits');
  const rule = row.subject === 'rule';
  return (
    <tr className={row.subject}>
      <th scope="row">
        <Link
          data-row
          to={`/coherence${filterSearch({ ...query, ...subjectFilter(row) })}`}
          title={t('consistency.open', { name: rule ? row.id : words })}
        >
          {rule ? <code className="rule-id">{row.id}</code> : words}
        </Link>
        {rule && (
          <span className="under" lang={language}>
            {row.text}
          </span>
        )}
      </th>
      {row.mean === null ? (
        <td colSpan={4}>
          <TooSmall />
        </td>
      ) : (
        <>
          <td data-label={t('consistency.colMean')}>
            <Rate proportion={row.mean} polarity={row.polarity} />
          </td>
          <td data-label={t('consistency.colAgents')}>{row.betweenAgents && <SpreadCell spread={row.betweenAgents} of="agents" />}</td>
          <td data-label={t('consistency.colChannels')}>{row.betweenChannels && <SpreadCell spread={row.betweenChannels} of="channels" />}</td>
          <td data-label={t('consistency.colWithin')}>{row.withinAgent && <SpreadCell spread={row.withinAgent} of="weeks" />}</td>
        </>
      )}
    </tr>
  );
}
