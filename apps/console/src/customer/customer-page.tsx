import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ProblemError } from '../api/problem.js';
import { customerTimeline, rulebook } from '../api/queries.js';
import { filterSearch } from '../filters/filters.js';
import { Page } from '../shell/page.js';
import { useRowKeys } from '../shell/use-row-keys.js';
import { Empty, Loading, Problem } from '../states/states.js';
import { EarlierInteractions } from './earlier-interactions.js';
import { HistoryEntry } from './history-entry.js';
import { HistoryTotals } from './history-totals.js';

/** One customer's interactions in the order of time, whoever answered and on whatever channel. */
export function CustomerPage() {
  const { t } = useTranslation();
  const { ref = '' } = useParams();
  const list = useInfiniteQuery(customerTimeline(ref));
  const language = useQuery(rulebook).data?.language;
  useRowKeys();
  const first = list.data?.pages[0];
  if (!list.data || !first) {
    const missing = list.error instanceof ProblemError && list.error.status === 404;
    return <Page title={missing ? t('history.notFound') : t('history.untitled')}>{list.error ? <Problem error={list.error} retry={() => void list.refetch()} /> : <Loading />}</Page>;
  }
  // Each page is older than the one before it.
  const entries = list.data.pages.toReversed().flatMap(({ items }) => items);
  return (
    <Page
      title={t('history.title', { name: first.customer.name ?? first.customer.ref })}
      lead={
        <>
          {t('history.lead')} <Link to={`/interactions${filterSearch({ customer: first.customer.ref })}`}>{t('history.interactions')}</Link>
        </>
      }
    >
      <HistoryTotals timeline={first} />
      {entries.length === 0 ? (
        <Empty title={t('history.empty')} detail={t('history.emptyDetail')} />
      ) : (
        <>
          <EarlierInteractions list={list} shown={entries.length} />
          <ol className="history">
            {entries.map((entry) => (
              <HistoryEntry key={entry.interaction.id} entry={entry} language={language} />
            ))}
          </ol>
        </>
      )}
    </Page>
  );
}
