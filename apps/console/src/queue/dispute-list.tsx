import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../api/client.js';
import { rulebook } from '../api/queries.js';
import type { Finding } from '../api/types.js';
import { Badge } from '../findings/marks.js';
import { quoteOf } from '../findings/quote.js';
import { useFormat } from '../format/use-format.js';
import { FindingStory } from '../review/finding-story.js';
import { LoadMore } from '../states/load-more.js';
import { Empty, Loading, Problem } from '../states/states.js';
import { reviewPath } from './use-queue.js';

/** Others answer too: read again at this pace, in ms. */
const PACE = 10_000;

/** In the family of the queues: what is taken from one is read anew here. */
const openDisputes = infiniteQueryOptions({
  queryKey: ['queues', 'disputes'],
  queryFn: ({ pageParam, signal }) => answer(api.GET('/v1/disputes', { params: { query: { state: 'open', limit: 25, cursor: pageParam } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
  placeholderData: keepPreviousData,
  refetchInterval: PACE,
});

/** Disputes that wait, the longest first: what the agent says, who judged and when, and whether the reader may answer. */
export function DisputeList() {
  const { t } = useTranslation();
  const list = useInfiniteQuery(openDisputes);
  const language = useQuery(rulebook).data?.language;
  if (!list.data) return list.error ? <Problem error={list.error} retry={() => void list.refetch()} /> : <Loading />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Empty title={t('queue.empty')} detail={t('queue.emptyDetail.disputed')} />;
  return (
    <>
      <ul className="rows" aria-busy={list.isPlaceholderData}>
        {items.map(({ finding, resolvable }) => (
          <DisputeRow key={finding.id} finding={finding} resolvable={resolvable} language={language} />
        ))}
      </ul>
      <LoadMore list={list} shown={items.length} />
    </>
  );
}

function DisputeRow({ finding, resolvable, language }: { finding: Finding; resolvable: boolean; language: string | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, interactionId, polarity, severity, ruleId, evidence, agent, channel, startedAt } = finding;
  const [first] = evidence;
  return (
    <li className="row dispute">
      <div className="row-main">
        <p className="row-head">
          <Badge polarity={polarity} severity={severity} />
          <code className="rule-id">{ruleId}</code>
        </p>
        <Link className="row-link" data-row to={`${reviewPath('disputed', interactionId)}&constat=${encodeURIComponent(id)}`}>
          {first?.sense === 'missing' ? t('findings.missing') : <q className={`quote ${polarity}`} lang={language}>{quoteOf(first)}</q>}
        </Link>
        <p className="row-facts">
          <span>{agent ? (agent.name ?? agent.ref) : t('findings.unnamed')}</span>
          <span className={`channel ${channel}`}>{t(`channel.${channel}`)}</span>
          <time dateTime={startedAt}>{format.dateTime(startedAt)}</time>
        </p>
        <FindingStory finding={finding} />
        {!resolvable && <p className="note told">{t('review.notYours')}</p>}
      </div>
    </li>
  );
}
