import type {
  AgentReportRow,
  ChannelReportRow,
  FigureBasis,
  Figures,
  Organisation,
  PeriodFilter,
  Report,
  ReportFilter,
  RuleReportRow,
  Sight,
  TeamReportRow,
  TrendReportRow,
  TrendStep,
} from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sqlOn } from '../database/sql.js';
import { OrganisationRepository } from '../organisations/organisation.repository.js';
import { readLag } from '../projector/read-journal.js';
import { readRulePrecision } from '../reviews/rule-precision.reader.js';
import { RulebookRepository } from '../rulebooks/rulebook.repository.js';
import { agentDay } from '../views/agent-day/agent-day.projection.js';
import { readAgentReport } from '../views/agent-day/agent-report.reader.js';
import { DaysGuard } from '../counted/guard.js';
import { channelDay } from '../views/channel-day/channel-day.projection.js';
import { readChannelReport } from '../views/channel-day/channel-report.reader.js';
import { readTeamReport } from '../views/agent-day/team-report.reader.js';
import { lastDay, readTrendReport } from '../views/channel-day/trend-report.reader.js';
import { ruleDay } from '../views/rule-day/rule-day.projection.js';
import { sharedInteraction } from '../views/shared-interaction/shared-interaction.projection.js';
import { dayLoad } from '../views/day-load/day-load.projection.js';
import { seenRefs } from '../sight/sight.js';
import { isPartial, type SeenFilter } from '../views/report-conditions.js';
import { readObservations } from '../observation/observed-rules.js';
import { readRuleEstimates } from '../samples/rule-estimates.reader.js';
import { readRuleReport, type UnsampledRow } from '../views/rule-day/rule-report.reader.js';

/** Figures, under the organisation's fairness settings. All throw when the organisation does not exist. */
@Injectable()
export class ReportReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: OrganisationRepository,
    private readonly rulebooks: RulebookRepository,
  ) {}

  /** Persons' figures: confirmed findings only, unless the settings say otherwise. */
  async reportAgents(organisationId: string, asked: ReportFilter, sight: Sight = 'all'): Promise<Report<AgentReportRow>> {
    const filter = await this.within(organisationId, asked, sight);
    const organisation = await this.organisation(organisationId);
    const basis = organisation.settings.personFigures;
    const rows = readAgentReport(sqlOn(this.dataSource, organisationId), organisationId, filter, basis);
    return this.report(organisation, filter, basis, [agentDay.name, sharedInteraction.name], rows);
  }

  /** Channels' figures on detected findings; groups too small are suppressed. */
  async reportChannels(organisationId: string, asked: ReportFilter, sight: Sight = 'all'): Promise<Report<ChannelReportRow>> {
    const filter = await this.within(organisationId, asked, sight);
    const organisation = await this.organisation(organisationId);
    const basis = groupBasis(organisation, filter);
    const sql = sqlOn(this.dataSource, organisationId);
    const rows = new DaysGuard(sql, organisation, filter).channels<Uncounted<ChannelReportRow>>({
      keyOf: ({ channel }) => channel,
      read: (period) => readChannelReport(sql, organisationId, over(filter, period), basis, organisation.settings),
      ...GROUP_ROWS,
    });
    return this.report(organisation, filter, basis, GROUP_VIEWS, rows);
  }

  /** Teams' figures on detected findings; teams too small are suppressed. */
  async reportTeams(organisationId: string, asked: ReportFilter, sight: Sight = 'all'): Promise<Report<TeamReportRow>> {
    const filter = await this.within(organisationId, asked, sight);
    const organisation = await this.organisation(organisationId);
    const basis = groupBasis(organisation, filter);
    const sql = sqlOn(this.dataSource, organisationId);
    const rows = new DaysGuard(sql, organisation, filter).teams<Uncounted<TeamReportRow>>({
      keyOf: ({ team }) => team?.ref ?? '',
      read: (period) => readTeamReport(sql, organisationId, over(filter, period), basis, organisation.settings),
      ...GROUP_ROWS,
    });
    return this.report(organisation, filter, basis, [agentDay.name, sharedInteraction.name, dayLoad.name], rows);
  }

  /** Figures day by day, week by week or month by month, on detected findings; steps too small are suppressed. */
  async reportTrends(organisationId: string, asked: ReportFilter, step: TrendStep, sight: Sight = 'all'): Promise<Report<TrendReportRow>> {
    const filter = await this.within(organisationId, asked, sight);
    const organisation = await this.organisation(organisationId);
    const basis = groupBasis(organisation, filter);
    const sql = sqlOn(this.dataSource, organisationId);
    const rows = new DaysGuard(sql, organisation, filter).trend<Uncounted<TrendReportRow>>(step, (first) => lastDay(step, first), {
      read: (counted) => readTrendReport(sql, organisationId, counted, step, basis, organisation.settings),
      none: (from) => ({ from, to: lastDay(step, from), figures: null, suppressed: 'group-too-small' as const }),
      isHidden: GROUP_ROWS.isHidden,
    });
    return this.report(organisation, filter, basis, GROUP_VIEWS, rows);
  }

  /** Rules' figures on detected findings; groups too small are suppressed. */
  async reportRules(organisationId: string, asked: ReportFilter, sight: Sight = 'all'): Promise<Report<RuleReportRow>> {
    const filter = await this.within(organisationId, asked, sight);
    const organisation = await this.organisation(organisationId);
    const basis = groupBasis(organisation, filter);
    const views = [ruleDay.name, channelDay.name, agentDay.name, dayLoad.name, ...(isPartial(filter) ? [sharedInteraction.name] : [])];
    return this.report(organisation, filter, basis, views, this.rules(organisation, filter, basis));
  }

  /** What none of the others waits for is asked for at once. */
  private async rules(organisation: Organisation, filter: SeenFilter, basis: FigureBasis): Promise<RuleReportRow[]> {
    const { id, settings } = organisation;
    const sql = sqlOn(this.dataSource, id);
    const [versions, current, observed] = await Promise.all([this.rulebooks.listVersions(id), this.rulebooks.currentRulebook(id), readObservations(sql, id)]);
    const known = new Map(versions.flatMap(({ rules }) => rules.map((rule) => [rule.id, rule])));
    const [rows, sampled] = await Promise.all([
      new DaysGuard(sql, organisation, filter).rules<UnsampledRow>(versions, {
        keyOf: ({ ruleId }) => ruleId,
        read: async (period) => {
          const counted = over(filter, period);
          return readRuleReport(sql, id, counted, basis, settings, { versions, current }, await readRulePrecision(sql, id, counted));
        },
        hide: (row) => ({ ...row, flagged: null, findings: null, suppressed: 'group-too-small' }),
        isHidden: ({ suppressed }) => suppressed !== null,
      }),
      readRuleEstimates(sql, id, filter, [...known.values()]),
    ]);
    return rows.map((row): RuleReportRow => {
      const observation = observed.get(row.ruleId) ?? null;
      // It found something and counts for no one: 0 would say that it found nothing.
      return { ...row, ...(observation !== null && { flagged: null, findings: null }), sampled: sampled.get(row.ruleId) ?? null, observation };
    });
  }

  private async within(organisationId: string, asked: ReportFilter, sight: Sight): Promise<SeenFilter> {
    if (sight === 'all') return asked;
    return { ...asked, seen: await seenRefs(sqlOn(this.dataSource, organisationId), organisationId, sight), seenTeams: sight.teams };
  }

  private async organisation(id: string): Promise<Organisation> {
    const organisation = await this.organisations.readOrganisation(id);
    if (organisation === null) throw new Error(`no organisation ${id}`);
    return organisation;
  }

  private async report<Row>(
    { id, timeZone }: Organisation,
    { from = null, to = null }: { from?: string | null; to?: string | null },
    basis: FigureBasis,
    views: readonly string[],
    reading: Promise<readonly Row[]>,
  ): Promise<Report<Row>> {
    const [lag, rows] = await Promise.all([readLag(sqlOn(this.dataSource, id), views), reading]);
    return { basis, period: { from, to, timeZone }, lag, rows };
  }
}

const GROUP_VIEWS = [channelDay.name, agentDay.name, sharedInteraction.name, dayLoad.name];

/** The same with other days; ends that are open stay so. */
const over = ({ from: _from, to: _to, ...filter }: SeenFilter, period: PeriodFilter): SeenFilter => ({ ...filter, ...period });

type Uncounted<Row> = Omit<Row, 'counted'>;

interface GroupRow {
  readonly figures: Figures | null;
  readonly suppressed: 'group-too-small' | null;
}

const GROUP_ROWS = {
  hide: <Row extends GroupRow>(row: Row): Row => ({ ...row, figures: null, suppressed: 'group-too-small' }),
  isHidden: ({ suppressed }: GroupRow): boolean => suppressed !== null,
};

/** Narrowed to one agent, a group's figures are a person's. */
const groupBasis = ({ settings }: Organisation, filter: ReportFilter): FigureBasis =>
  filter.agent === undefined ? 'detected' : settings.personFigures;
