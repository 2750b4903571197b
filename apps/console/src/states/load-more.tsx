import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Problem } from './states.js';

/** The end of a keyset list: the next page on demand, or the word that all is shown. */
export function LoadMore({ list, shown }: { list: Pick<UseInfiniteQueryResult, 'error' | 'isFetchNextPageError' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>; shown: number }) {
  const { t } = useTranslation();
  if (list.isFetchNextPageError) return <Problem error={list.error} retry={() => void list.fetchNextPage()} />;
  return (
    <div className="load-more">
      {list.hasNextPage ? (
        <button type="button" className="button" aria-busy={list.isFetchingNextPage} disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t(list.isFetchingNextPage ? 'state.loading' : 'list.more')}
        </button>
      ) : (
        <p className="note">{t('list.end', { count: shown })}</p>
      )}
    </div>
  );
}
