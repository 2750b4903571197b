import type { FigureBasis, OrganisationSettings, TrendReportRow, TrendStep } from '#domain';
import type { Sql } from '../../database/sql.js';
import { figuresOf, type FigureSums } from '../figures.js';
import { isTooSmall, toHide, without, type GroupSize } from '../group-size.js';
import { readPartFigures } from '../part-figures.js';
import { AGENT_DAY } from '../agent-day/agent-day.table.js';
import { agentsPer, isPartial, reportConditions, type SeenFilter } from '../report-conditions.js';
import { rowsOver, type Span } from '../spans.js';
import { CHANNEL_DAY } from './channel-day.table.js';

type StepSums = FigureSums & GroupSize & { readonly first: string };

/** Figures of each step in which there was an interaction, in order of time; steps too small left out. */
export async function readTrendReport(
  sql: Sql,
  organisationId: string,
  filter: SeenFilter,
  step: TrendStep,
  basis: FigureBasis,
  settings: OrganisationSettings,
): Promise<Omit<TrendReportRow, 'counted'>[]> {
  const whole = await readWhole(sql, organisationId, filter, step);
  const read = (chosen: SeenFilter): Promise<StepSums[]> =>
    isPartial(chosen) ? readPartFigures<StepSums>(sql, organisationId, chosen, basis, { by: { first: firstDay(step) }, span: spanOf(step) }) : readWhole(sql, organisationId, chosen, step);
  const rows = isPartial(filter) ? await read(filter) : whole;
  const everybody = byStep(whole);
  // A step of every channel less this one's is what the other channels had.
  const otherChannels = byStep(filter.channel === undefined ? [] : await read({ ...filter, channel: undefined, notChannel: filter.channel }));
  const rests = (row: StepSums): GroupSize[] => [without(everybody.get(row.first) ?? row, row), otherChannels.get(row.first) ?? NOBODY];
  const hidden = toHide(rows, (row) => isTooSmall(row, rests(row), settings), settings);
  return rows.map((row) => ({
    from: row.first,
    to: lastDay(step, row.first),
    figures: hidden.has(row) ? null : figuresOf(row),
    suppressed: hidden.has(row) ? 'group-too-small' : null,
  }));
}

const NOBODY: GroupSize = { agents: 0, interactions: 0 };

const byStep = (rows: readonly StepSums[]): ReadonlyMap<string, StepSums> => new Map(rows.map((row) => [row.first, row]));

function readWhole(sql: Sql, organisationId: string, filter: SeenFilter, step: TrendStep): Promise<StepSums[]> {
  const { where } = reportConditions(organisationId, { channel: filter.channel, notChannel: filter.notChannel });
  const [channels, agents] = [rowsOver(CHANNEL_DAY, filter, spanOf(step), where), rowsOver(AGENT_DAY, filter, spanOf(step), where)];
  return sql<StepSums>(
    `SELECT c.first::text AS first, c.interactions, c.with_violation, c.with_merit, c.violations, c.merits, coalesce(a.agents, 0) AS agents FROM (
       SELECT ${firstDay(step)} AS first, sum(interactions)::int AS interactions, sum(with_violation)::int AS with_violation,
         sum(with_merit)::int AS with_merit, sum(violations)::int AS violations, sum(merits)::int AS merits
       FROM (${channels}) AS d WHERE ${where.clause()} GROUP BY 1) AS c
     LEFT JOIN (${agentsPer('first', firstDay(step), agents, where)}) AS a USING (first)
     ORDER BY c.first`,
    where.values,
  );
}

/** The first day of a step, as a date: weeks begin on Monday, as 1 January of the year 1 did. To reckon in days costs a tenth of what it does in instants. */
function firstDay(step: TrendStep): string {
  if (step === 'day') return 'd.day';
  return step === 'week' ? `(d.day - (d.day - DATE '0001-01-01') % 7)` : `date_trunc('month', d.day::timestamp)::date`;
}

const spanOf = (step: TrendStep): Span | null => (step === 'day' ? null : step);

/** The last day of a step that begins on `first`, both YYYY-MM-DD. */
export function lastDay(step: TrendStep, first: string): string {
  const date = new Date(`${first}T00:00:00Z`);
  if (step === 'week') date.setUTCDate(date.getUTCDate() + 6);
  if (step === 'month') date.setUTCMonth(date.getUTCMonth() + 1, 0);
  return date.toISOString().slice(0, 10);
}
