import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../format/use-format.js';
import { Page } from '../shell/page.js';
import { useRowKeys } from '../shell/use-row-keys.js';
import { Empty, Loading, Problem } from '../states/states.js';
import { ownEvaluations } from './evaluation-queries.js';
import { ScoreText } from './score.js';

/** « Mes évaluations »: the agent's own, once handed in. */
export function OwnEvaluationsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  useRowKeys();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(ownEvaluations);
  const items = data?.pages.flatMap((page) => page.items);
  return (
    <Page title={t('evaluation.own')} lead={t('evaluation.ownLead')}>
      {items === undefined ? (
        error ? <Problem error={error} retry={() => void refetch()} /> : <Loading />
      ) : items.length === 0 ? (
        <Empty title={t('evaluation.ownNone')} detail={t('evaluation.ownNoneDetail')} />
      ) : (
        <ul className="evaluation-list own">
          {items.map((one) => (
            <li key={one.id}>
              <Link data-row to={`/evaluations/${one.id}`}>
                {one.scorecard.name}
              </Link>
              <ScoreText score={one.result} side="human" />
              <span className="under">
                {t(`channel.${one.channel}`)} · {format.date(one.startedAt)} · {t('evaluation.by', { name: one.by.name ?? t('evaluation.somebody'), at: format.date(one.submittedAt ?? one.draftedAt) })} ·{' '}
                {one.state === 'replaced' ? t('evaluation.state.replaced') : one.acknowledgedAt === null ? t('evaluation.toAcknowledge') : t('evaluation.acknowledged')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && (
        <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('list.more')}
        </button>
      )}
    </Page>
  );
}
