import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../access/rights.js';
import { interactionList, rulebook } from '../api/queries.js';
import { AgentAndTeam } from '../filters/agent-and-team.js';
import { FilterBar, Select } from '../filters/filter-bar.js';
import { pick } from '../filters/filters.js';
import { PeriodAndChannel } from '../filters/period-and-channel.js';
import { useFilters } from '../filters/use-filters.js';
import { Page } from '../shell/page.js';
import { useRowKeys } from '../shell/use-row-keys.js';
import { LoadMore } from '../states/load-more.js';
import { Empty, Loading, Problem } from '../states/states.js';
import { InteractionRow } from './interaction-row.js';

export function InteractionsPage() {
  const ofOthers = useMay('wordsOfOthers');
  const { t } = useTranslation();
  const { filters, set, clear } = useFilters();
  const query = pick(filters, ['from', 'to', 'channel', 'agent', 'team', 'customer', 'case']);
  const list = useInfiniteQuery(interactionList(query));
  const expected = useQuery(rulebook).data?.language;
  useRowKeys();
  return (
    <Page title={t('interactions.title')} lead={t('interactions.lead')}>
      <FilterBar clear={Object.keys(query).length > 0 ? clear : null}>
        <PeriodAndChannel filters={filters} set={set} />
        {ofOthers && <AgentAndTeam filters={filters} set={set} />}
        {filters.customer !== undefined && (
          <Select label={t('filters.customer')} all={t('filters.all')} value={filters.customer} choices={[]} set={(value) => set('customer', value)} />
        )}
        {filters.case !== undefined && (
          <Select label={t('filters.case')} all={t('filters.all')} value={filters.case} choices={[]} set={(value) => set('case', value)} />
        )}
      </FilterBar>
      {content()}
    </Page>
  );

  function content() {
    if (!list.data) return list.error ? <Problem error={list.error} retry={() => void list.refetch()} /> : <Loading />;
    const items = list.data.pages.flatMap((page) => page.items);
    if (items.length === 0) return <Empty title={t('interactions.empty')} detail={t('interactions.emptyDetail')} />;
    return (
      <>
        <ul className="rows" aria-busy={list.isPlaceholderData}>
          {items.map((item) => (
            <InteractionRow key={item.id} interaction={item} expected={expected} />
          ))}
        </ul>
        <LoadMore list={list} shown={items.length} />
      </>
    );
  }
}
