import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Problem } from '../states/states.js';

type List = Pick<UseInfiniteQueryResult, 'error' | 'isFetchNextPageError' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;

/** Above the oldest interaction shown: those before it on demand, or the word that it is the first. */
export function EarlierInteractions({ list, shown }: { list: List; shown: number }) {
  const { t } = useTranslation();
  if (list.isFetchNextPageError) return <Problem error={list.error} retry={() => void list.fetchNextPage()} />;
  if (!list.hasNextPage) return <p className="note">{t('history.fromTheStart', { count: shown })}</p>;
  return (
    <button type="button" className="button" aria-busy={list.isFetchingNextPage} disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
      {t(list.isFetchingNextPage ? 'state.loading' : 'history.earlierInteractions')}
    </button>
  );
}
