import { randomUUID } from 'node:crypto';
import { insertRows, type Sql } from '../database/sql.js';
import { keyOfCustomer } from '../history/customer-key.js';
import { forgetLocks, lockCustomers } from '../history/lock-customers.js';
import { appendToJournal } from '../write/journal.js';
import { lockInteractions } from '../write/lock-interactions.js';
import { HELD } from './held.js';
import { speakersOn } from './speakers.js';
import { shuffled, teamOfUnnamed, withoutNames } from './unnamed.js';

/** Interactions of days before `from` pass, even where somebody still needs them before `atTheLatest`. */
export interface InteractionsPeriod {
  readonly from: string;
  readonly atTheLatest: string;
  /** How many persons make a group; never one alone. */
  readonly groupMinAgents: number;
}

/** Interactions that pass whole, as a FROM and a WHERE on `i`; binds organisation, from, atTheLatest as $1 to $3. */
export const INTERACTIONS_TO_PASS = `FROM interaction AS i WHERE i.organisation_id = $1 AND i.day < $2::date AND i.started_at < ($2::date + 3)::timestamptz AND (i.day < $3::date OR NOT ${HELD})`;

/**
 * Within a transaction: takes the next interactions of one day away, with findings, judgements, disputes, comments and evaluations. What they contributed
 * to figures of groups stays, without names. What other interactions were found to say against them stays as it is.
 * @returns how many; 0 when that was all
 */
export async function passInteractions(sql: Sql, organisationId: string, { from, atTheLatest, groupMinAgents }: InteractionsPeriod, limit: number): Promise<number> {
  const bound = [organisationId, from, atTheLatest];
  const found = await sql<{ interaction_id: string; customer_ref: string | null }>(
    `SELECT i.interaction_id, i.customer_ref ${INTERACTIONS_TO_PASS}
       AND i.day = (SELECT i.day ${INTERACTIONS_TO_PASS} ORDER BY i.started_at LIMIT 1) ORDER BY i.started_at, i.interaction_id LIMIT $4`,
    [...bound, limit],
  );
  if (found.length === 0) return 0;
  await lockCustomers(sql, found.map((row) => ({ organisationId, customerKey: keyOfCustomer(row.customer_ref, row.interaction_id) })));
  const all = await lockInteractions(sql, found.map((row) => ({ organisationId, interactionId: row.interaction_id })));
  const still = await sql<{ interaction_id: string; customer_ref: string | null }>(
    `SELECT i.interaction_id, i.customer_ref ${INTERACTIONS_TO_PASS} AND i.interaction_id = ANY ($4::uuid[]) ORDER BY i.interaction_id`,
    [...bound, found.map((row) => row.interaction_id)],
  );
  const going = new Set(still.map((row) => row.interaction_id));
  const facts = [...all.values()].flatMap((state) => (going.has(state.facts.interactionId) ? [state.facts] : []));
  // Somebody had something to say meanwhile: they are looked at again next time, and stand in nobody's way now.
  if (facts.length === 0) return found.length;
  const speakers = await speakersOn(sql, organisationId, facts[0]!.day, Math.max(2, groupMinAgents));
  const entries = shuffled(facts).map((before) => ({ before, after: withoutNames(before, speakers, randomUUID) }));
  await speakers.remember();
  await rememberUnnamed(sql, organisationId, entries.flatMap(({ after }) => after.agentRefs.concat(after.findings.flatMap(({ agentRef }) => agentRef ?? []))));
  const ids = [...going];
  await keepPrecision(sql, organisationId, ids);
  await sql('DELETE FROM interaction WHERE organisation_id = $1 AND interaction_id = ANY ($2::uuid[])', [organisationId, ids]);
  await sql('DELETE FROM evaluation_due WHERE organisation_id = $1 AND interaction_id = ANY ($2::uuid[])', [organisationId, ids]);
  await insertRows(sql, 'passed_interaction', { organisation_id: 'text', interaction_id: 'uuid' }, ids.map((id) => ({ organisation_id: organisationId, interaction_id: id })), {
    orderBy: ['organisation_id', 'interaction_id'],
    tail: 'ON CONFLICT ON CONSTRAINT passed_interaction_pk DO UPDATE SET swept = false',
  });
  await appendToJournal(sql, entries.map((payload) => ({ organisationId, type: 'interaction.passed', payload })));
  await forgetLocks(sql, still.map((row) => ({ organisationId, customerKey: keyOfCustomer(row.customer_ref, row.interaction_id) })));
  return found.length;
}

/** Reports find the team of an unnamed ref where they find everybody's. */
async function rememberUnnamed(sql: Sql, organisationId: string, refs: readonly string[]): Promise<void> {
  const rows = [...new Set(refs)].map((ref) => ({ organisation_id: organisationId, ref, team_ref: teamOfUnnamed(ref), known_since: '1970-01-01T00:00:00Z' }));
  await insertRows(sql, 'agent', { organisation_id: 'text', ref: 'text', team_ref: 'text', known_since: 'timestamptz' }, rows, { orderBy: ['organisation_id', 'ref'], tail: 'ON CONFLICT ON CONSTRAINT agent_pk DO NOTHING' });
}

/** How far rules were right is no person's figure: it outlives the judgements. */
const keepPrecision = (sql: Sql, organisationId: string, ids: readonly string[]): Promise<unknown> =>
  sql(
    `INSERT INTO passed_judgement AS p (organisation_id, rule_id, channel, day, confirmed, judged)
     SELECT organisation_id, rule_id, channel, day, (count(*) FILTER (WHERE verdict = 'confirmed'))::int, count(*)::int FROM review
     WHERE organisation_id = $1 AND interaction_id = ANY ($2::uuid[]) GROUP BY organisation_id, rule_id, channel, day ORDER BY rule_id, channel, day
     ON CONFLICT ON CONSTRAINT passed_judgement_pk DO UPDATE SET confirmed = p.confirmed + excluded.confirmed, judged = p.judged + excluded.judged`,
    [organisationId, ids],
  );
