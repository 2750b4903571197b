import type { Amount, CustomerHistory, Fact, PledgeAct, Statement } from '#domain';
import { columns, type Sql } from '../database/sql.js';
import type { TouchedHistory } from './touched-histories.js';

/** What is known, and under which of the person's keys each interaction was. */
export interface LoadedHistory extends CustomerHistory {
  readonly keyOf: ReadonlyMap<string, string>;
}

interface FactRow {
  n: number;
  id: string;
  act: PledgeAct;
  at: Date;
  case_ref: string | null;
  topics: string[];
  amount: Amount | null;
}

/**
 * What is known of each customer around what changed, in the order of the touched histories. Facts are those of the company's systems and the
 * contacts themselves: whoever calls back keeps the word to call back.
 * @param reachMs how far before and after the change
 */
export async function loadHistories(sql: Sql, touched: readonly TouchedHistory[], reachMs: number): Promise<LoadedHistory[]> {
  const each = touched.flatMap(({ organisationId, customerKeys, change }, n) =>
    customerKeys.map((customerKey) => ({ organisationId, customerKey, since: new Date(change.from - reachMs).toISOString(), until: new Date(change.to + reachMs).toISOString(), n })),
  );
  const wanted = columns(each, ['organisationId', 'customerKey', 'since', 'until', 'n']);
  const statements = await sql<{ n: number; body: Statement; customer_key: string }>(
    `SELECT w.n, s.body, s.customer_key FROM ${WANTED}
     JOIN statement AS s ON s.organisation_id = w.organisation_id AND s.customer_key = w.customer_key AND s.said_at BETWEEN w.since AND w.until`,
    wanted,
  );
  const facts = await sql<FactRow>(
    `SELECT w.n, f.fact_id AS id, f.act, f.happened_at AS at, f.case_ref, f.topics, f.amount FROM ${WANTED}
     JOIN reported_fact AS f ON f.organisation_id = w.organisation_id AND f.customer_key = w.customer_key AND f.happened_at BETWEEN w.since AND w.until
     UNION ALL
     SELECT w.n, i.interaction_id, CASE i.channel WHEN 'phone' THEN 'call-back' ELSE 'reply' END, i.started_at, i.case_ref, '[]'::jsonb, NULL::jsonb FROM ${WANTED}
     JOIN interaction AS i ON i.organisation_id = w.organisation_id AND i.customer_ref = w.customer_key AND i.started_at BETWEEN w.since AND w.until
     WHERE i.direction = 'outbound' AND i.agent_spoke`,
    wanted,
  );
  const histories = touched.map(() => ({ statements: [] as Statement[], facts: [] as Fact[], keyOf: new Map<string, string>() }));
  for (const { n, body, customer_key } of statements) {
    histories[n]!.statements.push(body);
    histories[n]!.keyOf.set(body.interactionId, customer_key);
  }
  for (const row of facts) histories[row.n]!.facts.push(factOf(row));
  return histories;
}

const WANTED = 'unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::int[]) AS w (organisation_id, customer_key, since, until, n)';

const factOf = ({ id, act, at, case_ref, topics, amount }: FactRow): Fact => ({
  id,
  act,
  at: at.toISOString(),
  ...(case_ref === null ? {} : { caseRef: case_ref }),
  topics,
  amount,
});
