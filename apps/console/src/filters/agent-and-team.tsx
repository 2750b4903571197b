import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { agentReport } from '../api/queries.js';
import { useFormat } from '../format/use-format.js';
import { Select } from './filter-bar.js';
import type { FilterName, ReportFilter } from './filters.js';

/** The agents and teams that figures know of, by name. */
export function AgentAndTeam({ filters, set }: { filters: ReportFilter; set: (name: FilterName, value: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(agentReport({}));
  const byLabel = (a: { label: string }, b: { label: string }): number => format.compare(a.label, b.label);
  const agents = (data?.rows ?? []).map(({ agent }) => ({ value: agent.ref, label: agent.name ?? agent.ref })).sort(byLabel);
  const teams = new Map((data?.rows ?? []).flatMap(({ team }) => (team ? [[team.ref, team.name ?? team.ref] as const] : [])));
  return (
    <>
      <Select label={t('filters.agent')} all={t('filters.all')} value={filters.agent} choices={agents} set={(value) => set('agent', value)} />
      <Select
        label={t('filters.team')}
        all={t('filters.allFeminine')}
        value={filters.team}
        choices={[...teams].map(([value, label]) => ({ value, label })).sort(byLabel)}
        set={(value) => set('team', value)}
      />
    </>
  );
}
