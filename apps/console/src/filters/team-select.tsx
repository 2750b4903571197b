import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { agentReport } from '../api/queries.js';
import { useFormat } from '../format/use-format.js';
import { Select } from './filter-bar.js';
import type { FilterName, ReportFilter } from './filters.js';

/** The teams that figures know of, by name. */
export function TeamSelect({ filters, set }: { filters: ReportFilter; set: (name: FilterName, value: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(agentReport({}));
  const teams = new Map((data?.rows ?? []).flatMap(({ team }) => (team ? [[team.ref, team.name ?? team.ref] as const] : [])));
  return (
    <Select
      label={t('filters.team')}
      all={t('filters.allFeminine')}
      value={filters.team}
      choices={[...teams].map(([value, label]) => ({ value, label })).sort((a, b) => format.compare(a.label, b.label))}
      set={(value) => set('team', value)}
    />
  );
}
