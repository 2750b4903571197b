import type { AgentReportRow, ChannelReportRow, FigureBasis, Figures, Proportion, Report, RuleReportRow, TeamReportRow, TrendReportRow } from '#domain';

/** What a row of `bi_figure` is about: one view `bi_<subject>…` each. */
export const BI_SUBJECTS = ['day', 'month', 'channel', 'team', 'agent', 'rule'] as const;
export type BiSubject = (typeof BI_SUBJECTS)[number];

/** Columns of `bi_figure` with their types, beside `organisation_id` and `refreshed_at`. */
export const BI_COLUMNS = {
  subject: 'text',
  month: 'date',
  key: 'text',
  name: 'text',
  team_ref: 'text',
  team_name: 'text',
  polarity: 'text',
  severity: 'text',
  basis: 'text',
  interactions: 'integer',
  violations: 'integer',
  with_violation: 'integer',
  violation_rate: 'double precision',
  violation_low: 'double precision',
  violation_high: 'double precision',
  merits: 'integer',
  with_merit: 'integer',
  merit_rate: 'double precision',
  merit_low: 'double precision',
  merit_high: 'double precision',
  awaiting_review: 'integer',
  not_checked: 'integer',
  judged: 'integer',
  confirmed: 'integer',
  suppressed: 'text',
} as const;

/** A figure of one month as it is kept; what a subject has not is null. */
export interface BiRow extends Partial<Record<Exclude<keyof typeof BI_COLUMNS, 'subject' | 'month' | 'key'>, string | number | null>> {
  readonly subject: BiSubject;
  /** First day of the month. */
  readonly month: string;
  /** The day, channel, ref or id of the rule; '' for those of no team, and for the month itself. */
  readonly key: string;
}

/** The reports of one month, with what is hidden in them. */
export interface MonthReports {
  readonly days: Report<TrendReportRow>;
  readonly whole: Report<TrendReportRow>;
  readonly channels: Report<ChannelReportRow>;
  readonly teams: Report<TeamReportRow>;
  readonly agents: Report<AgentReportRow>;
  readonly rules: Report<RuleReportRow>;
}

/** The rows that a month's reports come to: nothing is counted here. */
export function biRows(month: string, { days, whole, channels, teams, agents, rules }: MonthReports): BiRow[] {
  return [
    ...days.rows.map((row): BiRow => ({ ...groupOf('day', month, row.from, days.basis, row) })),
    ...whole.rows.map((row): BiRow => ({ ...groupOf('month', month, '', whole.basis, row) })),
    ...channels.rows.map((row): BiRow => ({ ...groupOf('channel', month, row.channel, channels.basis, row) })),
    ...teams.rows.map((row): BiRow => ({ ...groupOf('team', month, row.team?.ref ?? '', teams.basis, row), name: row.team?.name ?? null })),
    ...agents.rows.map(
      (row): BiRow => ({
        ...groupOf('agent', month, row.agent.ref, agents.basis, { figures: row, suppressed: null }),
        name: row.agent.name,
        team_ref: row.team?.ref ?? null,
        team_name: row.team?.name ?? null,
        awaiting_review: row.awaitingReview,
      }),
    ),
    ...rules.rows.map((row) => ruleOf(month, rules.basis, row)),
  ];
}

interface Group {
  readonly figures: Figures | null;
  readonly suppressed: string | null;
}

function groupOf(subject: BiSubject, month: string, key: string, basis: FigureBasis, { figures, suppressed }: Group): BiRow {
  const row = { subject, month, key, basis, suppressed };
  if (figures === null) return row;
  const { interactions, violations, merits, withViolation, withMerit } = figures;
  return { ...row, interactions, violations, ...shareOf('violation', withViolation), merits, ...shareOf('merit', withMerit) };
}

const shareOf = (what: 'violation' | 'merit', { numerator, rate, interval }: Proportion): Partial<BiRow> => ({
  [`with_${what}`]: numerator,
  [`${what}_rate`]: rate,
  [`${what}_low`]: interval?.low ?? null,
  [`${what}_high`]: interval?.high ?? null,
});

function ruleOf(month: string, basis: FigureBasis, row: RuleReportRow): BiRow {
  const { ruleId, polarity, severity, flagged, findings, notChecked, precision, observation } = row;
  return {
    subject: 'rule',
    month,
    key: ruleId,
    basis,
    polarity,
    severity,
    interactions: flagged?.denominator ?? null,
    ...(polarity === 'violation' ? { violations: findings } : { merits: findings }),
    ...(flagged !== null && shareOf(polarity, flagged)),
    not_checked: notChecked,
    judged: precision.denominator,
    confirmed: precision.numerator,
    suppressed: row.suppressed ?? (observation === null ? null : 'under-observation'),
  };
}
