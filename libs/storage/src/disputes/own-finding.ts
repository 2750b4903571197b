import type { Sql } from '../database/sql.js';
import { refsOf } from '../directory/resolve.js';
import { type LockedFinding, lockFinding } from '../reviews/lock-finding.js';

/** The person who an account is, by the directory. */
export interface Self {
  readonly organisationId: string;
  /** Id of the account. */
  readonly by: string;
  /** The agent that the account is. */
  readonly agentRef: string;
}

/** Locks a finding of somebody's own; null for everybody else's, which is not there for him or her. */
export async function lockOwnFinding(sql: Sql, { organisationId, agentRef }: Self, findingId: string): Promise<LockedFinding | null> {
  const finding = await lockFinding(sql, organisationId, findingId);
  return finding !== null && (await isPersons(sql, organisationId, finding.agent_ref, agentRef)) ? finding : null;
}

/** Whether a finding's agent is the person behind a ref, under any of the person's refs. */
export const isPersons = async (sql: Sql, organisationId: string, findingAgent: string | null, ref: string): Promise<boolean> =>
  findingAgent !== null && (await refsOf(sql, organisationId, 'agent', ref)).includes(findingAgent);
