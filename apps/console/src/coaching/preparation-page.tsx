import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { agentReport } from '../api/queries.js';
import { Day, FilterBar, Select } from '../filters/filter-bar.js';
import { useFilters } from '../filters/use-filters.js';
import { useFormat } from '../format/use-format.js';
import { Page } from '../shell/page.js';
import { Empty, Loading, Problem } from '../states/states.js';
import { preparation } from './coaching-queries.js';
import { PreparedSession } from './prepared-session.js';
import { useToday } from './use-today.js';

const DAY_MS = 86_400_000;
/** As many days as the comparison of a session looks back on, twice. */
const USUAL_DAYS = 56;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** What might be talked about with an agent, to be chosen from. */
export function PreparationPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { filters, set } = useFilters();
  const today = useToday();
  const { agent, to = today } = filters;
  const from = filters.from ?? dayOf(Date.parse(to) - USUAL_DAYS * DAY_MS);
  const agents = (useQuery(agentReport({})).data?.rows ?? []).map((row) => ({ value: row.agent.ref, label: row.agent.name ?? row.agent.ref })).sort((a, b) => format.compare(a.label, b.label));
  const prepared = useQuery({ ...preparation(agent ?? '', from, to), enabled: agent !== undefined });
  return (
    <Page title={t('coaching.prepare')} lead={t('coaching.prepareLead')} aside={<Link to="/coaching">{t('coaching.all')}</Link>}>
      <FilterBar clear={null}>
        <Select label={t('coaching.agent')} all={t('coaching.chooseNone')} value={agent} choices={agents} set={(value) => set('agent', value)} />
        <Day label={t('filters.from')} value={from} max={to} set={(value) => set('from', value)} />
        <Day label={t('filters.to')} value={to} min={from} set={(value) => set('to', value)} />
      </FilterBar>
      {agent === undefined ? (
        <Empty title={t('coaching.chooseAgent')} detail={t('coaching.chooseAgentDetail')} />
      ) : prepared.data === undefined ? (
        prepared.error ? <Problem error={prepared.error} retry={() => void prepared.refetch()} /> : <Loading />
      ) : (
        <PreparedSession key={`${agent} ${from} ${to}`} prepared={prepared.data} />
      )}
    </Page>
  );
}
