import { CHANNELS, type Channel, type DayCell, type Organisation, type PeriodFilter, type RulebookDescription, type TrendStep, weekOf } from '#domain';
import type { Sql } from '../database/sql.js';
import type { SeenFilter } from '../views/report-conditions.js';
import { dayIn } from '../write/day.js';
import { readCountedRows, type RowsOf, type WithDays } from './counted-rows.js';
import { countedSteps, daysWithin } from './counted-steps.js';
import { type Counted, PeriodFinder } from './period-finder.js';
import { mondayOf } from './weeks.js';

type Reading<Row> = Pick<RowsOf<Row>, 'keyOf' | 'read' | 'hide' | 'isHidden'>;

/** Which days the group figures of a report count: those asked for, less days that could be had alone by subtracting two answers. */
export class DaysGuard {
  private readonly finder: PeriodFinder;

  constructor(
    private readonly sql: Sql,
    private readonly organisation: Organisation,
    private readonly filter: SeenFilter,
  ) {
    const { groupMinAgents: agents, groupMinInteractions: interactions } = organisation.settings;
    this.finder = new PeriodFinder(sql, organisation.id, { agents, interactions }, dayIn(organisation.timeZone, new Date()));
  }

  /** Rows of channels. */
  channels<Row>(reading: Reading<Row>): Promise<WithDays<Row>[]> {
    const keys = this.filter.channel === undefined ? CHANNELS : [this.filter.channel];
    return this.rows(keys.map((channel) => [channel, { group: { channel, ...this.teamsAsked() } }]), reading);
  }

  /** Rows of teams, '' the key of those without one. */
  async teams<Row>(reading: Reading<Row>): Promise<WithDays<Row>[]> {
    const { channel, team } = this.filter;
    const keys = team === undefined ? [...(await readTeamRefs(this.sql, this.organisation.id)), ''] : [team];
    return this.rows(keys.map((key) => [key, { group: { channel, teams: [key] } }]), reading);
  }

  /** Rows of rules: each counts the interactions to which it applies. */
  rules<Row>(versions: readonly RulebookDescription[], reading: Reading<Row>): Promise<WithDays<Row>[]> {
    const scopes = scopesOf(versions);
    const group = { channel: this.filter.channel, ...this.teamsAsked() };
    return this.rows([...scopes].map(([ruleId, scope]) => [ruleId, { group, scope }]), reading);
  }

  /**
   * Rows of a trend, by the first day of its steps.
   * @param read is told which days to leave out
   * @param none the row of a step of which nothing is shown
   */
  async trend<Row extends { readonly from: string }>(
    step: TrendStep,
    last: (first: string) => string,
    { read, none, isHidden }: { readonly read: (filter: SeenFilter) => Promise<readonly Row[]>; readonly none: (first: string) => Row; readonly isHidden: (row: Row) => boolean },
  ): Promise<WithDays<Row>[]> {
    if (this.isOpen()) return (await read(this.filter)).map((row) => ({ ...row, counted: isHidden(row) ? null : daysWithin(row.from, last(row.from), this.filter) }));
    const { from } = this.filter;
    const asked: PeriodFilter = { ...(from !== undefined && { from }), to: this.finder.until(this.filter) };
    const { leftOut, steps } = countedSteps(await this.finder.cuts({ channel: this.filter.channel, ...this.teamsAsked() }, this.filter), asked, (day) => firstOf(step, day), last);
    const rows = new Map((await read({ ...this.filter, ...asked, ...(leftOut.length > 0 && { leftOut }) })).map((row) => [row.from, row]));
    return [...steps].map(([first, counted]) => {
      const row = rows.get(first) ?? none(first);
      return { ...row, counted: isHidden(row) ? null : counted };
    });
  }

  private async rows<Row>(counted: readonly (readonly [string, Counted])[], reading: Reading<Row>): Promise<WithDays<Row>[]> {
    const { from, to } = this.filter;
    const asked: PeriodFilter = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
    const found = this.isOpen() ? counted.map(() => asked) : await this.finder.find(counted.map(([, one]) => one), asked);
    return readCountedRows({ asked, periods: new Map(counted.map(([key], i) => [key, found[i]!])), ...reading });
  }

  /** An organisation that shows groups of one has nothing to hide; and figures of one agent are that person's, who is told apart elsewhere. */
  private isOpen(): boolean {
    const { groupMinAgents, groupMinInteractions } = this.organisation.settings;
    return (groupMinAgents <= 1 && groupMinInteractions <= 1) || this.filter.agent !== undefined;
  }

  private teamsAsked(): { readonly teams?: readonly string[] } {
    const teams = this.filter.team === undefined ? this.filter.seenTeams : [this.filter.team];
    return teams === undefined ? {} : { teams };
  }
}

const firstOf = (step: TrendStep, day: string): string => (step === 'day' ? day : step === 'month' ? `${day.slice(0, 8)}01` : mondayOf(weekOf(day)));

/** Of each rule the interactions to which it applies, the same function for the same ones. */
function scopesOf(versions: readonly RulebookDescription[]): Map<string, (cell: DayCell) => boolean> {
  const places = new Map<string, Set<string>>();
  for (const { hash, rules } of versions) {
    for (const { id, channels } of rules) {
      const of = places.get(id) ?? new Set();
      places.set(id, of);
      for (const channel of channels) of.add(placeOf(channel, hash));
    }
  }
  const scopes = new Map<string, (cell: DayCell) => boolean>();
  return new Map(
    [...places].map(([id, of]) => {
      const name = [...of].sort().join('\n');
      const scope = scopes.get(name) ?? (({ channel, rulebookHash }: DayCell): boolean => of.has(placeOf(channel, rulebookHash)));
      scopes.set(name, scope);
      return [id, scope];
    }),
  );
}

const placeOf = (channel: Channel, hash: string): string => `${channel} ${hash}`;

async function readTeamRefs(sql: Sql, organisationId: string): Promise<string[]> {
  const rows = await sql<{ ref: string }>('SELECT ref FROM team WHERE organisation_id = $1 UNION SELECT ref FROM directory_team WHERE organisation_id = $1', [organisationId]);
  return rows.map(({ ref }) => ref);
}
