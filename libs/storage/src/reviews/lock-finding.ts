import type { FindingStatus, InteractionFacts, Polarity, Sight } from '#domain';
import type { Sql } from '../database/sql.js';
import { Conditions } from '../read/conditions.js';
import { findingSeen, seenRefs } from '../sight/sight.js';
import { lockInteractions } from '../write/lock-interactions.js';

/** A finding whose interaction is locked. */
export interface LockedFinding {
  readonly interaction_id: string;
  readonly rule_id: string;
  readonly channel: string;
  readonly day: string;
  readonly polarity: Polarity;
  readonly status: FindingStatus;
  readonly agent_ref: string | null;
  readonly by_hand: boolean;
  /** The words that it was made of are gone. */
  readonly wordless: boolean;
  /** What the interaction contributes to the figures as it stands. */
  readonly before: InteractionFacts;
}

/** Locks the interaction of a finding and reads it, within a transaction; null when there is none that is seen, or no longer. */
export async function lockFinding(sql: Sql, organisationId: string, findingId: string, sight: Sight = 'all'): Promise<LockedFinding | null> {
  const where = new Conditions();
  where.values.push(organisationId, findingId);
  findingSeen(where.also('f.organisation_id = $1 AND f.finding_id = $2'), '$1', await seenRefs(sql, organisationId, sight));
  const find = async (): Promise<Omit<LockedFinding, 'before'> | undefined> =>
    (await sql<Omit<LockedFinding, 'before'>>(`SELECT interaction_id, rule_id, channel, day::text, polarity, status, agent_ref, by_hand, wordless FROM finding AS f WHERE ${where.clause()}`, where.values))[0];
  const seen = await find();
  if (seen === undefined) return null;
  const locked = await lockInteractions(sql, [{ organisationId, interactionId: seen.interaction_id }]);
  // What was there before the lock may have been replaced while we waited for it.
  const finding = await find();
  const before = [...locked.values()][0]?.facts;
  return finding === undefined || before === undefined ? null : { ...finding, before };
}

/** Gives a locked finding another status; returns what its interaction contributes from now on. */
export async function setStatus(sql: Sql, key: readonly [string, string], before: InteractionFacts, status: FindingStatus): Promise<InteractionFacts> {
  await sql('UPDATE finding SET status = $3 WHERE organisation_id = $1 AND finding_id = $2', [...key, status]);
  return { ...before, findings: before.findings.map((fact) => (fact.id === key[1] ? { ...fact, status } : fact)) };
}
