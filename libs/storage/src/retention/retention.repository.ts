import { NOTHING_PASSED, type OrganisationSettings, RETENTION, type RetentionCounts, wholeSettings } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, sqlOn, type Sql } from '../database/sql.js';
import { dayIn } from '../write/day.js';
import { appendToJournal } from '../write/journal.js';
import { firstKept } from './held.js';
import { INTERACTIONS_TO_PASS, passInteractions } from './pass-interactions.js';
import { gatheredToPass, passGathered, PEOPLE, REST } from './pass-rest.js';
import { passWords, type Place, type WordsPeriod, wordsToPass } from './pass-words.js';
import { sweepJournal } from './sweep-journal.js';

/** Interactions of one transaction: nobody waits long for what is locked. Of rows that hang on nothing, five times as many. */
const AT_ONCE = 200;

export interface RetentionRun {
  readonly organisationId: string;
  readonly by: string;
  /** The present; the system's clock unless told. */
  readonly now?: Date;
  /** Interactions of one transaction. */
  readonly atOnce?: number;
  /** Asked between two batches: what was done by then stays done, and the next run goes on. */
  readonly stopped?: () => boolean;
}

interface House {
  readonly zone: string;
  readonly settings: OrganisationSettings;
  readonly today: string;
}

/**
 * Lets pass what is older than the organisation's periods (docs/retention.md). Every batch is a transaction with its entry in the journal, and what has passed
 * is not looked at again: a run that was killed is gone on with by the next. Several may run at once.
 */
@Injectable()
export class RetentionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws when there is no such organisation */
  async run(request: RetentionRun): Promise<RetentionCounts> {
    const { organisationId, stopped = () => false, atOnce = AT_ONCE } = request;
    const house = await this.house(request);
    const counts: Record<keyof RetentionCounts, number> = { ...NOTHING_PASSED };
    const batches = async (name: keyof RetentionCounts, pass: (sql: Sql) => Promise<number>): Promise<void> => {
      for (let count = 1; count > 0 && !stopped(); counts[name] += count) {
        count = await inTransaction(this.dataSource, organisationId, async (sql) => {
          const passed = await pass(sql);
          if (passed > 0) await appendToJournal(sql, [{ organisationId, type: 'retention.passed', payload: { counts: { [name]: passed }, by: request.by } }]);
          return passed;
        });
      }
    };
    for (const period of wordsPeriods(house)) {
      let next: Place | null = null;
      do {
        const after: Place | null = next;
        const done: { count: number; next: Place | null } = await inTransaction(this.dataSource, organisationId, async (sql) => {
          const passed = await passWords(sql, organisationId, period, after, atOnce);
          if (passed.count > 0) await appendToJournal(sql, [{ organisationId, type: 'retention.passed', payload: { counts: { [period.channel]: passed.count }, by: request.by } }]);
          return passed;
        });
        counts[period.channel] += done.count;
        next = done.next;
      } while (next !== null && !stopped());
    }
    await batches('findings', (sql) => passInteractions(sql, organisationId, interactionsPeriod(house), atOnce));
    for (const [name, rest] of restOf(house)) await batches(name, (sql) => passRest(sql, organisationId, house, rest));
    await batches('gathered', (sql) => passConversations(sql, organisationId, house));
    await this.sweep(request);
    return counts;
  }

  /** What a run would let pass, and nothing else. */
  async count(request: Omit<RetentionRun, 'by'>): Promise<RetentionCounts> {
    const house = await this.house(request);
    const sql = sqlOn(this.dataSource, request.organisationId);
    const counts: Record<keyof RetentionCounts, number> = { ...NOTHING_PASSED };
    for (const period of wordsPeriods(house)) counts[period.channel] = await one(sql, `SELECT count(*)::int AS n ${wordsToPass(period)}`, [request.organisationId, period.from, period.atTheLatest]);
    const { from, atTheLatest } = interactionsPeriod(house);
    counts.findings = await one(sql, `SELECT count(*)::int AS n ${INTERACTIONS_TO_PASS}`, [request.organisationId, from, atTheLatest]);
    for (const [name, { rest, days }] of restOf(house)) counts[name] = await one(sql, `SELECT count(*)::int AS n FROM (${rest.which}) AS w`, [request.organisationId, firstKept(house.today, days), house.zone]);
    counts.gathered = (await gatheredToPass(sql, request.organisationId, firstKept(house.today, house.settings.retention.gathered), house.zone)).length;
    return counts;
  }

  /** Takes from the journal what passed interactions left there, as far as the views have read it. @returns how many interactions */
  async sweep({ organisationId, stopped = () => false, atOnce = AT_ONCE }: Pick<RetentionRun, 'organisationId' | 'stopped' | 'atOnce'>): Promise<number> {
    let swept = 0;
    for (let count = 1; count > 0 && !stopped(); swept += count) count = await inTransaction(this.dataSource, organisationId, (sql) => sweepJournal(sql, organisationId, atOnce));
    return swept;
  }

  /** Whether this day's run is still to be done; `done` notes that it was. */
  async isDue(organisationId: string, now = new Date()): Promise<boolean> {
    const { today } = await this.house({ organisationId, now });
    const [row] = await sqlOn(this.dataSource, organisationId)<{ ran_on: string }>('SELECT ran_on::text AS ran_on FROM retention_run WHERE organisation_id = $1', [organisationId]);
    return row === undefined || row.ran_on < today;
  }

  async done(organisationId: string, now = new Date()): Promise<void> {
    const { today } = await this.house({ organisationId, now });
    await sqlOn(this.dataSource, organisationId)(
      `INSERT INTO retention_run AS r (organisation_id, ran_on) VALUES ($1, $2) ON CONFLICT ON CONSTRAINT retention_run_pk DO UPDATE SET ran_on = greatest(r.ran_on, excluded.ran_on)`,
      [organisationId, today],
    );
  }

  private async house({ organisationId, now = new Date() }: Pick<RetentionRun, 'organisationId' | 'now'>): Promise<House> {
    const [row] = await sqlOn(this.dataSource, organisationId)<{ zone: string; settings: Partial<OrganisationSettings> }>('SELECT time_zone AS zone, settings FROM organisation WHERE organisation_id = $1', [organisationId]);
    if (row === undefined) throw new Error(`no organisation ${organisationId}`);
    return { zone: row.zone, settings: wholeSettings(row.settings), today: dayIn(row.zone, now) };
  }
}

const one = async (sql: Sql, text: string, values: readonly unknown[]): Promise<number> => (await sql<{ n: number }>(text, values))[0]!.n;

const wordsPeriods = ({ settings: { retention }, today }: House): WordsPeriod[] =>
  (['phone', 'written'] as const).map((channel) => ({ channel, from: firstKept(today, retention[channel]), atTheLatest: firstKept(today, RETENTION[channel].max), today, days: retention[channel] }));

const interactionsPeriod = ({ settings: { retention, groupMinAgents }, today }: House) => ({ from: firstKept(today, retention.findings), atTheLatest: firstKept(today, RETENTION.findings.max), groupMinAgents });

interface RestPeriod {
  readonly rest: (typeof REST)[keyof typeof REST];
  readonly days: number;
}

const restOf = ({ settings: { retention } }: House): [keyof RetentionCounts, RestPeriod][] => [
  ...(['evaluations', 'coaching', 'calibrations', 'journal', 'deadLetters', 'deliveries'] as const).map((name): [keyof RetentionCounts, RestPeriod] => [name, { rest: REST[name], days: retention[name] }]),
  ['people', { rest: PEOPLE, days: retention.findings }],
];

async function passRest(sql: Sql, organisationId: string, { today, zone }: House, { rest, days }: RestPeriod): Promise<number> {
  const rows = await sql<{ id: string }>(`SELECT w.id FROM (${rest.which}) AS w ORDER BY w.id LIMIT ${AT_ONCE * 5}`, [organisationId, firstKept(today, days), zone]);
  if (rows.length > 0) for (const statement of rest.go) await sql(statement, [organisationId, rows.map(({ id }) => id)]);
  return rows.length;
}

async function passConversations(sql: Sql, organisationId: string, { today, zone, settings }: House): Promise<number> {
  const from = firstKept(today, settings.retention.gathered);
  const keys = await gatheredToPass(sql, organisationId, from, zone);
  if (keys.length > 0) await passGathered(sql, organisationId, keys, from, zone);
  return keys.length;
}
