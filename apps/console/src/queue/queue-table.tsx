import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { QueueSummary } from '../api/types.js';
import { useFormat } from '../format/use-format.js';

/** The queues with how much waits in each, since when, and what of it is mine. */
export function QueueTable({ queues, chosen }: { queues: readonly QueueSummary[]; chosen: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const counted = ({ count, more }: QueueSummary['interactions']): string => (more ? t('queue.more', { count: format.count(count) }) : format.count(count));
  return (
    <section aria-labelledby="files">
      <h2 id="files">{t('queue.queues')}</h2>
      <table className="queues">
        <thead>
          <tr>
            <th scope="col">{t('queue.queue')}</th>
            <th scope="col" className="number">{t('queue.waiting')}</th>
            <th scope="col">{t('queue.oldest')}</th>
            <th scope="col" className="number">{t('queue.mine')}</th>
            <th scope="col">{t('queue.due')}</th>
          </tr>
        </thead>
        <tbody>
          {queues.map(({ queue, interactions, oldest, mine, due }) => (
            <tr key={queue} className={queue === chosen ? 'chosen' : undefined}>
              <th scope="row">
                <Link data-row to={`/relecture?file=${queue}`} aria-current={queue === chosen ? 'true' : undefined}>
                  {t(`queue.name.${queue}`)}
                </Link>
                <span className="under">{t(`queue.hint.${queue}`)}</span>
              </th>
              <td className="number">{counted(interactions)}</td>
              <td>{oldest === null ? '—' : <time dateTime={oldest}>{format.dateTime(oldest)}</time>}</td>
              <td className="number">{counted(mine)}</td>
              <td>{due === null ? '—' : <time dateTime={due}>{format.day(due)}</time>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
