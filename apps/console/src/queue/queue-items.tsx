import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { QueueItem } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { LoadMore } from '../states/load-more.js';
import { Empty, Loading, Problem } from '../states/states.js';
import { useName } from '../review/use-who.js';
import { queueItems } from './queue-queries.js';
import { reviewPath } from './use-queue.js';

/** What waits in a queue, the longest first. */
export function QueueItems({ queue }: { queue: string }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery(queueItems(queue));
  if (!list.data) return list.error ? <Problem error={list.error} retry={() => void list.refetch()} /> : <Loading />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Empty title={t('queue.empty')} detail={t(`queue.emptyDetail.${queue}`, { defaultValue: t('queue.emptyDetail.new') })} />;
  return (
    <>
      <ul className="rows" aria-busy={list.isPlaceholderData}>
        {items.map((item) => (
          <Item key={item.interactionId} queue={queue} item={item} />
        ))}
      </ul>
      <LoadMore list={list} shown={items.length} />
    </>
  );
}

function Item({ queue, item }: { queue: string; item: QueueItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useName(item.names);
  const { interactionId, channel, startedAt, subject, agents, waiting, hold, assignment, sampled } = item;
  const who = agents.map(({ ref, name }) => name ?? ref).join(', ');
  const [first] = waiting;
  return (
    <li className={sampled?.completed ? 'row done' : 'row'}>
      <div className="row-main">
        <Link className="row-link" data-row to={reviewPath(queue, interactionId)}>
          {subject ?? (who === '' ? t('queue.noName') : who)}
        </Link>
        {first && (
          <p className="under">
            {t('queue.findings', { count: waiting.length })} : <q>{first.quote}</q>
          </p>
        )}
        <p className="row-facts">
          {subject !== null && who !== '' && <span>{who}</span>}
          <span className={`channel ${channel}`}>{t(`channel.${channel}`)}</span>
          <time dateTime={startedAt}>{format.dateTime(startedAt)}</time>
          {sampled?.completed && <span>{t('queue.completed')}</span>}
          {hold && <span className="held">{t('queue.held', { by: nameOf(hold.by), until: format.dateTime(hold.until) })}</span>}
          {assignment && <span>{assignment.dueOn === null ? t('queue.assigned', { to: nameOf(assignment.to) }) : t('queue.assignedBy', { to: nameOf(assignment.to), due: format.day(assignment.dueOn) })}</span>}
        </p>
      </div>
    </li>
  );
}
