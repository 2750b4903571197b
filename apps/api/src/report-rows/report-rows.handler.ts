import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { CountedDays, Figures, GroupReportRow, Proportion } from '#domain';
import { ReportReader, RulebookRepository } from '#storage';
import type { ReportRow } from './report-rows.message.js';
import { ReportRowsQuery } from './report-rows.query.js';

/** The reports' own figures, what is hidden there included: nothing is counted here. */
@QueryHandler(ReportRowsQuery)
export class ReportRowsHandler implements IQueryHandler<ReportRowsQuery> {
  constructor(
    private readonly reports: ReportReader,
    private readonly rulebooks: RulebookRepository,
  ) {}

  async execute({ organisationId, by, filter, sight }: ReportRowsQuery): Promise<readonly ReportRow[]> {
    const base: ReportRow = { ...EMPTY, period: filter.from ?? null, channel: filter.channel ?? null, team: filter.team ?? null };
    if (by === 'channel') {
      const { rows } = await this.reports.reportChannels(organisationId, filter, sight);
      return rows.map((row) => ({ ...base, channel: row.channel, ...groupOf(row) }));
    }
    if (by === 'team') {
      const { rows } = await this.reports.reportTeams(organisationId, filter, sight);
      return rows.map((row) => ({ ...base, team: row.team?.name ?? row.team?.ref ?? null, ...groupOf(row) }));
    }
    if (by === 'rule') return this.ruleRows(base, { organisationId, filter, sight });
    const { rows } = await this.reports.reportTrends(organisationId, filter, by, sight);
    return rows.map((row) => ({ ...base, period: row.from, ...groupOf(row) }));
  }

  private async ruleRows(base: ReportRow, { organisationId, filter, sight }: Pick<ReportRowsQuery, 'organisationId' | 'filter' | 'sight'>): Promise<ReportRow[]> {
    const [{ rows }, versions] = await Promise.all([this.reports.reportRules(organisationId, filter, sight), this.rulebooks.listVersions(organisationId)]);
    const serves = new Map(versions.flatMap(({ rules }) => rules.map(({ id, serves: commitment }) => [id, commitment])));
    return rows.map(({ ruleId, polarity, flagged, findings, suppressed, counted }) => ({
      ...base,
      rule: ruleId,
      commitment: serves.get(ruleId) ?? null,
      polarity,
      n: flagged?.denominator ?? null,
      ...(polarity === 'violation' ? { findings } : { merits: findings }),
      ...rateOf(flagged),
      suppressed,
      ...daysOf(counted),
    }));
  }
}

const EMPTY: ReportRow = {
  period: null,
  team: null,
  channel: null,
  rule: null,
  commitment: null,
  polarity: null,
  n: null,
  findings: null,
  merits: null,
  rate: null,
  low: null,
  high: null,
  meritRate: null,
  meritLow: null,
  meritHigh: null,
  suppressed: null,
  countedFrom: null,
  countedTo: null,
};

const rateOf = (share: Proportion | null) => ({ rate: share?.rate ?? null, low: share?.interval?.low ?? null, high: share?.interval?.high ?? null });

const daysOf = (counted: CountedDays | null) => ({ countedFrom: counted?.from ?? null, countedTo: counted?.to ?? null });

function groupOf({ figures, suppressed, counted }: GroupReportRow): Partial<ReportRow> {
  return figures === null ? { suppressed } : { ...figuresOf(figures), suppressed, ...daysOf(counted) };
}

function figuresOf({ interactions, violations, merits, withViolation, withMerit }: Figures): Partial<ReportRow> {
  const merit = rateOf(withMerit);
  return { n: interactions, findings: violations, merits, ...rateOf(withViolation), meritRate: merit.rate, meritLow: merit.low, meritHigh: merit.high };
}
