import { useTranslation } from 'react-i18next';
import { Day, Select } from './filter-bar.js';
import { CHANNELS, type FilterName, type ReportFilter } from './filters.js';

/** The filters that every list and report understands. */
export function PeriodAndChannel({ filters, set }: { filters: ReportFilter; set: (name: FilterName, value: string) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        label={t('filters.channel')}
        all={t('filters.all')}
        value={filters.channel}
        choices={CHANNELS.map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))}
        set={(value) => set('channel', value)}
      />
      <Day label={t('filters.from')} value={filters.from} max={filters.to} set={(value) => set('from', value)} />
      <Day label={t('filters.to')} value={filters.to} min={filters.from} set={(value) => set('to', value)} />
    </>
  );
}
