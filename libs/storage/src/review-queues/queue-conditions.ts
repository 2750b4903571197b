import { QUEUES, type QueueName } from '#domain';
import type { Sql } from '../database/sql.js';
import { type SeenRefs, seenRefs } from '../sight/sight.js';

/** A queue of findings, or a sample by its id. */
export type QueueKey = QueueName | { readonly sample: string };

export const isQueueName = (text: string): text is QueueName => QUEUES.some((name) => name === text);

/** Which teams' interactions somebody sees. */
export type SeenTeams = 'all' | readonly string[];

/**
 * What waits in each queue, on `finding` f: word for word as in the partial indexes of 1765100000000 and 1765420000000, which only then serve.
 */
export const WAITING: Readonly<Record<QueueName, string>> = {
  new: `f.status = 'detected' AND f.confidence >= 0.8 AND NOT f.observed`,
  uncertain: `f.status = 'detected' AND (f.confidence < 0.8 OR f.observed)`,
  disputed: `f.status = 'disputed'`,
};

/** A finding of a sample s that nobody has judged, on `finding` f: only of the rules that the sample is about. */
export const OF_SAMPLE = `(s.frame->'rules' = '[]' OR s.frame->'rules' ? f.rule_id)`;

/** Whether a sample's item x of sample s is judged whole, in its present revision: i is its interaction. */
export const IS_COMPLETED = `(x.completed_revision IS NOT DISTINCT FROM i.revision AND NOT EXISTS (
  SELECT 1 FROM finding AS f WHERE f.organisation_id = x.organisation_id AND f.interaction_id = x.interaction_id AND f.status = 'detected' AND ${OF_SAMPLE}))`;

/** The agents whose interactions are seen, looked up once; null: everybody's. */
export const refsIn = (sql: Sql, organisationId: string, teams: SeenTeams): Promise<SeenRefs> => seenRefs(sql, organisationId, teams === 'all' ? 'all' : { teams, agent: null });
