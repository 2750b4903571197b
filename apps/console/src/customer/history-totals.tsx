import { useTranslation } from 'react-i18next';
import type { CustomerTimeline, Pledge } from '../api/types.js';
import { useFormat } from '../format/use-format.js';

const STATUSES: readonly Pledge['status'][] = ['kept', 'kept-late', 'open', 'broken', 'unheard', 'released'];

/** What became of the pledges made to this customer, and how often two things were said: over the whole history. */
export function HistoryTotals({ timeline }: { timeline: CustomerTimeline }) {
  const { t } = useTranslation();
  const format = useFormat();
  const counts = STATUSES.map((status) => [status, timeline.pledges[status]] as const);
  const made = counts.reduce((sum, [, count]) => sum + count, 0);
  return (
    <p className="history-totals">
      <strong>{t('history.pledgesMade', { count: made })}</strong>
      {counts.map(([status, count]) => count > 0 && (
        <span key={status} className={`settlement ${status}`}>
          {t(`history.status.${status}`)} <b>{format.count(count)}</b>
        </span>
      ))}
      <strong>{t('history.contradictionCount', { count: timeline.contradictions })}</strong>
    </p>
  );
}
