import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../access/rights.js';
import { findingList, rulebook } from '../api/queries.js';
import { AgentAndTeam } from '../filters/agent-and-team.js';
import { FilterBar, Select } from '../filters/filter-bar.js';
import { pick, POLARITIES, SEVERITIES, STATUSES } from '../filters/filters.js';
import { PeriodAndChannel } from '../filters/period-and-channel.js';
import { useFilters } from '../filters/use-filters.js';
import { Page } from '../shell/page.js';
import { useRowKeys } from '../shell/use-row-keys.js';
import { LoadMore } from '../states/load-more.js';
import { Empty, Loading, Problem } from '../states/states.js';
import { FindingRow } from './finding-row.js';

export function FindingsPage() {
  const ofOthers = useMay('wordsOfOthers');
  const { t } = useTranslation();
  const { filters, set, clear } = useFilters();
  const query = pick(filters, ['from', 'to', 'channel', 'agent', 'team', 'rule', 'commitment', 'severity', 'polarity', 'status']);
  const list = useInfiniteQuery(findingList(query));
  const { data: score } = useQuery(rulebook);
  useRowKeys();
  return (
    <Page title={t('findings.title')} lead={t('findings.lead')}>
      <FilterBar clear={Object.keys(query).length > 0 ? clear : null}>
        <Select
          label={t('filters.polarity')}
          all={t('filters.all')}
          value={filters.polarity}
          choices={POLARITIES.map((value) => ({ value, label: t(`polarity.${value}`) }))}
          set={(value) => set('polarity', value)}
        />
        <Select
          label={t('filters.status')}
          all={t('filters.all')}
          value={filters.status}
          choices={STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }))}
          set={(value) => set('status', value)}
        />
        <Select
          label={t('filters.severity')}
          all={t('filters.allFeminine')}
          value={filters.severity}
          choices={SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) }))}
          set={(value) => set('severity', value)}
        />
        <Select
          label={t('filters.rule')}
          all={t('filters.allFeminine')}
          value={filters.rule}
          choices={(score?.rules ?? []).map(({ id }) => ({ value: id, label: id })).sort((a, b) => a.value.localeCompare(b.value))}
          set={(value) => set('rule', value)}
        />
        <Select
          label={t('filters.commitment')}
          all={t('filters.all')}
          value={filters.commitment}
          choices={Object.entries(score?.commitments ?? {}).map(([value, label]) => ({ value, label }))}
          set={(value) => set('commitment', value)}
        />
        <PeriodAndChannel filters={filters} set={set} />
        {ofOthers && <AgentAndTeam filters={filters} set={set} />}
      </FilterBar>
      {content()}
    </Page>
  );

  function content() {
    if (!list.data) return list.error ? <Problem error={list.error} retry={() => void list.refetch()} /> : <Loading />;
    const items = list.data.pages.flatMap((page) => page.items);
    if (items.length === 0) return <Empty title={t('findings.empty')} detail={t('findings.emptyDetail')} />;
    return (
      <>
        <ul className="rows" aria-busy={list.isPlaceholderData}>
          {items.map((item) => (
            <FindingRow key={item.id} finding={item} language={score?.language} />
          ))}
        </ul>
        <LoadMore list={list} shown={items.length} />
      </>
    );
  }
}
