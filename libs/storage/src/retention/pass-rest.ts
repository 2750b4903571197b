import { interactionIdOf, type JournalType, type RetentionClass } from '#domain';
import type { Sql } from '../database/sql.js';
import { isUnnamed } from './unnamed.js';

/** Rows of a class that pass, apart from interactions. `$1` is the organisation, `$2` the first day that is kept, at whose beginning in `$3` time begins. */
interface Rest {
  /** A SELECT of what identifies a row as text. */
  readonly which: string;
  /** A DELETE of the rows `$2` names. */
  readonly go: readonly string[];
}

/** Entries that say what people did from day to day. Those of interactions go with them; decisions on rules, rights and settings stay. */
export const PASSING_ENTRIES = [
  'interaction.read',
  'account.signed-in',
  'customer.described',
  'finding.commented',
  'review.assigned',
  'sample.reviewed',
  'calibration.judged',
  'calibration.resolved',
  'evaluation.drafted',
  'evaluation.discarded',
  'evaluation.submitted',
  'evaluation.acknowledged',
  'evaluation.commented',
  'coaching.created',
  'coaching.changed',
  'coaching.moved',
  'coaching.noted',
  'coaching.removed',
  'dead-letter.replayed',
  'dead-letter.discarded',
  'webhook.redelivered',
  'webhook.tested',
] as const satisfies readonly JournalType[];

const BEFORE = `($2::date::timestamp AT TIME ZONE $3::text)`;

export const REST: Readonly<Record<Exclude<RetentionClass, 'phone' | 'written' | 'findings' | 'gathered'>, Rest>> = {
  evaluations: {
    which: `SELECT e.interaction_id::text AS id FROM evaluation AS e WHERE e.organisation_id = $1 AND e.day < $2::date AND $3::text IS NOT NULL
      UNION SELECT a.interaction_id::text FROM automatic_evaluation AS a WHERE a.organisation_id = $1 AND a.day < $2::date`,
    go: [
      'DELETE FROM evaluation WHERE organisation_id = $1 AND interaction_id = ANY ($2::uuid[])',
      'DELETE FROM automatic_evaluation WHERE organisation_id = $1 AND interaction_id = ANY ($2::uuid[])',
    ],
  },
  coaching: {
    // One that is being prepared or waits for its agent is not over yet.
    which: `SELECT s.session_id::text AS id FROM coaching_session AS s WHERE s.organisation_id = $1 AND $3::text IS NOT NULL
      AND (coalesce(s.followed_up_on, s.held_on) < $2::date OR (s.held_on IS NULL AND s.created_at < ${BEFORE} AND coalesce(s.planned_on, '-infinity') < $2::date))`,
    go: ['DELETE FROM coaching_session WHERE organisation_id = $1 AND session_id = ANY ($2::uuid[])'],
  },
  calibrations: {
    // One that nobody closed is closed by its time.
    which: `SELECT c.calibration_id::text AS id FROM calibration AS c WHERE c.organisation_id = $1 AND coalesce(c.closed_at, c.drawn_at) < ${BEFORE}`,
    go: ['calibration_remark', 'calibration_judgement', 'calibration_item', 'calibration_reviewer', 'calibration'].map((table) => `DELETE FROM ${table} WHERE organisation_id = $1 AND calibration_id = ANY ($2::uuid[])`),
  },
  journal: {
    which: `SELECT j.position::text AS id FROM journal AS j WHERE j.organisation_id = $1 AND j.occurred_at < ${BEFORE} AND j.type IN (${PASSING_ENTRIES.map((type) => `'${type}'`).join(', ')})`,
    go: ['DELETE FROM journal WHERE organisation_id = $1 AND position = ANY ($2::bigint[])'],
  },
  deadLetters: {
    which: `SELECT l.position::text AS id FROM dead_letter AS l WHERE l.organisation_id = $1 AND l.buried_at < ${BEFORE}`,
    go: ['DELETE FROM dead_letter WHERE organisation_id = $1 AND position = ANY ($2::bigint[])'],
  },
  deliveries: {
    which: `SELECT d.delivery_id::text AS id FROM webhook_delivery AS d WHERE d.organisation_id = $1 AND d.created_at < ${BEFORE}`,
    go: ['DELETE FROM webhook_delivery WHERE organisation_id = $1 AND delivery_id = ANY ($2::uuid[])'],
  },
};

/** Conversations that changed before a day and of which no interaction is kept; those of which one is go with its words. */
export async function gatheredToPass(sql: Sql, organisationId: string, from: string, zone: string): Promise<readonly (readonly [source: string, externalId: string])[]> {
  const rows = await sql<{ source: string; external_id: string }>(`SELECT source, external_id FROM gathered_conversation WHERE organisation_id = $1 AND changed_at < ${BEFORE} ORDER BY source, external_id`, [organisationId, from, zone]);
  const ids = rows.map(({ source, external_id }) => interactionIdOf(organisationId, source, external_id));
  const kept = new Set((await sql<{ id: string }>('SELECT interaction_id AS id FROM interaction WHERE organisation_id = $1 AND interaction_id = ANY ($2::uuid[])', [organisationId, ids])).map(({ id }) => id));
  return rows.flatMap(({ source, external_id }, i) => (kept.has(ids[i]!) ? [] : [[source, external_id] as const]));
}

export const passGathered = (sql: Sql, organisationId: string, keys: readonly (readonly [string, string])[], from: string, zone: string): Promise<unknown> =>
  sql(
    `DELETE FROM gathered_conversation AS g USING unnest($4::text[], $5::text[]) AS gone (source, external_id) WHERE g.organisation_id = $1 AND g.source = gone.source AND g.external_id = gone.external_id AND g.changed_at < ${BEFORE}`,
    [organisationId, from, zone, keys.map(([source]) => source), keys.map(([, externalId]) => externalId)],
  );

const NO_ACCOUNT = `NOT EXISTS (SELECT FROM account AS w WHERE w.organisation_id = $1 AND w.agent_ref = a.ref)`;

/** Facts told of customers before the interactions that are kept, and names of those of whom nothing else is: nobody's in the directory. */
export const PEOPLE: Rest = {
  which: `SELECT 'fact:' || f.fact_id AS id FROM reported_fact AS f WHERE f.organisation_id = $1 AND f.happened_at < ${BEFORE}
    UNION ALL SELECT 'customer:' || c.ref FROM customer AS c WHERE c.organisation_id = $1 AND c.known_since < ${BEFORE}
      AND NOT EXISTS (SELECT FROM interaction AS i WHERE i.organisation_id = c.organisation_id AND i.customer_ref = c.ref)
      AND NOT EXISTS (SELECT FROM identity AS d WHERE d.organisation_id = c.organisation_id AND d.kind = 'customer' AND d.ref = c.ref)
    UNION ALL SELECT 'agent:' || a.ref FROM agent AS a WHERE a.organisation_id = $1 AND a.known_since < ${BEFORE} AND NOT ${isUnnamed('a.ref')} AND ${NO_ACCOUNT}
      AND NOT EXISTS (SELECT FROM interaction_agent AS i WHERE i.organisation_id = a.organisation_id AND i.agent_ref = a.ref)
      AND NOT EXISTS (SELECT FROM identity AS d WHERE d.organisation_id = a.organisation_id AND d.kind = 'agent' AND d.ref = a.ref)`,
  go: [
    `DELETE FROM reported_fact WHERE organisation_id = $1 AND fact_id IN (SELECT substr(id, 6)::uuid FROM unnest($2::text[]) AS g (id) WHERE id LIKE 'fact:%')`,
    `DELETE FROM customer WHERE organisation_id = $1 AND ref IN (SELECT substr(id, 10) FROM unnest($2::text[]) AS g (id) WHERE id LIKE 'customer:%')`,
    `DELETE FROM agent WHERE organisation_id = $1 AND ref IN (SELECT substr(id, 7) FROM unnest($2::text[]) AS g (id) WHERE id LIKE 'agent:%')`,
  ],
};
