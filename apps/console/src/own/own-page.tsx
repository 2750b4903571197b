import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { rulebook } from '../api/queries.js';
import { FilterBar, Select } from '../filters/filter-bar.js';
import { pick, POLARITIES, STANDINGS } from '../filters/filters.js';
import { PeriodAndChannel } from '../filters/period-and-channel.js';
import { useFilters } from '../filters/use-filters.js';
import { Page } from '../shell/page.js';
import { LoadMore } from '../states/load-more.js';
import { Empty, Loading, Problem } from '../states/states.js';
import { OwnElsewhere } from './own-elsewhere.js';
import { ownFindings, whereStanding } from './own-queries.js';
import { OwnRow } from './own-row.js';
import { OwnTotals } from './own-totals.js';

/** « Mes constats »: where an agent comes in. */
export function OwnPage() {
  const { t } = useTranslation();
  const { filters, set, clear } = useFilters();
  const chosen = pick(filters, ['from', 'to', 'channel', 'polarity', 'standing']);
  const { standing, from, to, channel, polarity } = chosen;
  const list = useInfiniteQuery(ownFindings({ from, to, channel, polarity, ...whereStanding(standing) }));
  const language = useQuery(rulebook).data?.language;
  const isNarrowed = Object.keys(chosen).length > 0;
  return (
    <Page title={t('own.title')} lead={t('own.lead')} aside={<OwnElsewhere />}>
      <FilterBar clear={isNarrowed ? clear : null}>
        <Select
          label={t('filters.polarity')}
          all={t('filters.all')}
          value={polarity}
          choices={POLARITIES.map((value) => ({ value, label: t(`polarity.${value}`) }))}
          set={(value) => set('polarity', value)}
        />
        <Select
          label={t('own.filterStanding')}
          all={t('filters.all')}
          value={standing}
          choices={STANDINGS.map((value) => ({ value, label: t(`own.standing.${value}`) }))}
          set={(value) => set('standing', value)}
        />
        <PeriodAndChannel filters={filters} set={set} />
      </FilterBar>
      {content()}
    </Page>
  );

  function content() {
    const [first] = list.data?.pages ?? [];
    if (first === undefined) return list.error ? <Problem error={list.error} retry={() => void list.refetch()} /> : <Loading />;
    const items = list.data!.pages.flatMap((page) => page.items);
    return (
      <>
        <OwnTotals report={first.report} openDisputes={first.openDisputes} />
        {items.length === 0 ? (
          <Empty title={t(isNarrowed ? 'own.nothingChosen' : 'own.empty')} detail={t(isNarrowed ? 'own.nothingChosenDetail' : 'own.emptyDetail')} />
        ) : (
          <>
            <ul className="rows" aria-busy={list.isPlaceholderData}>
              {items.map((own) => (
                <OwnRow key={own.finding.id} own={own} language={language} />
              ))}
            </ul>
            <LoadMore list={list} shown={items.length} />
          </>
        )}
      </>
    );
  }
}
