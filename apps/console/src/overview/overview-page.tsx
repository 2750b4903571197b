import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { agentReport, channelReport } from '../api/queries.js';
import { FilterBar } from '../filters/filter-bar.js';
import { pick } from '../filters/filters.js';
import { PeriodAndChannel } from '../filters/period-and-channel.js';
import { useFilters } from '../filters/use-filters.js';
import { Page } from '../shell/page.js';
import { Empty, Loading, Problem } from '../states/states.js';
import { AgentTable } from './agent-table.js';
import { ChannelTable } from './channel-table.js';
import { DetectedBanner } from './detected-banner.js';

export function OverviewPage() {
  const { t } = useTranslation();
  const { filters, set, clear } = useFilters();
  const query = pick(filters, ['from', 'to', 'channel']);
  const channels = useQuery(channelReport(query));
  const agents = useQuery(agentReport(query));
  const error = channels.error ?? agents.error;
  const retry = (): void => {
    void channels.refetch();
    void agents.refetch();
  };
  return (
    <Page title={t('overview.title')} lead={t('overview.lead')}>
      <FilterBar clear={Object.keys(query).length > 0 ? clear : null}>
        <PeriodAndChannel filters={filters} set={set} />
      </FilterBar>
      {content()}
    </Page>
  );

  function content() {
    if (!channels.data || !agents.data) return error ? <Problem error={error} retry={retry} /> : <Loading />;
    if (channels.data.rows.length === 0 && agents.data.rows.length === 0) {
      return <Empty title={t('overview.empty')} detail={t('overview.emptyDetail')} />;
    }
    const lag = Math.max(channels.data.lag, agents.data.lag);
    return (
      <>
        {agents.data.basis === 'detected' && <DetectedBanner report={agents.data} />}
        {agents.data.basis === 'confirmed' && (
          <div className="banner" role="note">
            {t('overview.confirmedOnly')}
          </div>
        )}
        <ChannelTable report={channels.data} query={query} />
        <AgentTable report={agents.data} query={query} />
        <p className="note">
          {t('figures.reading')} {t('figures.zone', { zone: channels.data.period.timeZone })}
        </p>
        {/* Figures once read stay in sight when a later reading fails, and say that they have aged. */}
        {error && (
          <p className="banner" role="alert">
            {t('overview.stale')}
          </p>
        )}
        <output className="note">{lag > 0 && t('figures.lag', { count: lag })}</output>
      </>
    );
  }
}
