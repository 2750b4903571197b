import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { contradictionList } from '../api/queries.js';
import type { ContradictionFilter } from '../filters/filters.js';
import { LoadMore } from '../states/load-more.js';
import { Loading, Problem } from '../states/states.js';
import { ContradictionItem } from './contradiction-item.js';

/** Customers who heard two things. `narrowed`: the page is narrowed to a team, which this list cannot be. */
export function ContradictionSection({ query, narrowed, language }: { query: ContradictionFilter; narrowed: boolean; language: string | undefined }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery(contradictionList(query));
  return (
    <section aria-labelledby="contradictions">
      <div className="section-head">
        <h2 id="contradictions">{t('history.review')}</h2>
      </div>
      <p className="note">{t('history.reviewNote')}</p>
      {narrowed && <p className="note">{t('history.everyTeam')}</p>}
      {content()}
    </section>
  );

  function content() {
    if (!list.data) return list.error ? <Problem error={list.error} retry={() => void list.refetch()} /> : <Loading />;
    const items = list.data.pages.flatMap((page) => page.items);
    if (items.length === 0) return <p className="none-here">{t('history.noContradiction')}</p>;
    return (
      <>
        <ul className="rows contradictions" aria-busy={list.isPlaceholderData}>
          {items.map((item) => (
            <ContradictionItem key={item.id} contradiction={item} language={language} customer={item.customer} />
          ))}
        </ul>
        <LoadMore list={list} shown={items.length} />
      </>
    );
  }
}
