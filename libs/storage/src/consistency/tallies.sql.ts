import type { Channel, DayLoad, PeriodFilter, Polarity } from '#domain';
import type { Sql } from '../database/sql.js';
import { behind } from '../directory/resolve.js';
import { isUnnamed } from '../retention/unnamed.js';
import { Conditions, inPeriod } from '../read/conditions.js';

/** Interactions alike in agent, day, channel, rulebook version and contact reason. */
interface Place {
  readonly agent: string;
  readonly day: string;
  readonly channel: Channel;
  readonly rulebook_hash: string;
  readonly reason: string;
}

export interface Handled extends Place {
  /** Ids of rules that could not run on them: one that found something did. */
  readonly unchecked: readonly string[];
  /** Interactions of the person, and what they come to when those of several agents are shared out among them. */
  readonly n: number;
  readonly shared: number;
}

/** Of those, the ones with a finding of one rule, or of any rule of one polarity that serves a commitment. */
export interface Flagged extends Place {
  readonly rule_id: string | null;
  readonly commitment: string | null;
  readonly polarity: Polarity;
  readonly detected: number;
  readonly confirmed: number;
  readonly undecided: number;
}

const PLACE = 's.agent, s.day, s.channel, s.rulebook_hash, s.reason';

/**
 * Everything the consistency of a period is measured on, from the write side: a view that adds up cannot tell an
 * interaction with findings of two rules of a commitment from two interactions. The contact reason is what the customer's words say, else the queue.
 * In order, so that sums come out to the last digit alike.
 */
export async function readTallies(sql: Sql, organisationId: string, period: PeriodFilter): Promise<{ handled: Handled[]; flagged: Flagged[] }> {
  const where = new Conditions();
  const organisation = where.bind(organisationId);
  inPeriod(where.also(`i.organisation_id = ${organisation}`), period, 'i');
  const speaker = behind('speaker', 'agent', organisation, 'm.agent_ref');
  const author = behind('author', 'agent', organisation, 'f.agent_ref');
  // Grouped by its key an interaction is found by the index, whatever PostgreSQL takes the period to hold.
  const spoke = `WITH spoke AS MATERIALIZED (
    SELECT i.interaction_id, ${speaker.person} AS agent, i.day::text AS day, i.channel, i.rulebook_hash, coalesce(i.contact_reason, i.queue, '') AS reason, i.not_checked,
      count(*) OVER (PARTITION BY i.interaction_id) AS speakers
    FROM interaction AS i
    JOIN interaction_agent AS m ON m.organisation_id = i.organisation_id AND m.interaction_id = i.interaction_id ${speaker.join}
    WHERE ${where.clause()}
    GROUP BY i.organisation_id, i.interaction_id, ${speaker.person}
  )`;
  const handled = await sql<Handled>(
    `${spoke}, listed AS (
       SELECT s.*, CASE WHEN s.not_checked = '[]' THEN '{}' ELSE ARRAY(
         SELECT DISTINCT entry->>'ruleId' FROM jsonb_array_elements(s.not_checked) AS entry
         WHERE NOT EXISTS (SELECT 1 FROM finding AS f WHERE f.organisation_id = ${organisation} AND f.interaction_id = s.interaction_id
                           AND f.rule_id = entry->>'ruleId' AND f.status <> 'dismissed')
         ORDER BY 1) END AS unchecked
       FROM spoke AS s
     )
     SELECT ${PLACE}, s.unchecked, count(*)::int AS n, sum(1.0 / s.speakers)::float8 AS shared FROM listed AS s GROUP BY ${PLACE}, s.unchecked
     ORDER BY ${PLACE}, s.unchecked`,
    where.values,
  );
  const flagged = await sql<Flagged>(
    `${spoke},
     found AS (
       SELECT ${PLACE}, s.interaction_id, f.rule_id, f.commitment, f.polarity, bool_or(f.status = 'confirmed') AS confirmed, bool_or(f.status IN ('detected', 'disputed')) AS undecided, bool_and(f.status = 'disputed') AS disputed
       FROM finding AS f ${author.join}
       JOIN spoke AS s ON s.interaction_id = f.interaction_id AND s.agent = ${author.person}
       WHERE f.organisation_id = ${organisation} AND f.status <> 'dismissed' AND NOT f.observed
       GROUP BY GROUPING SETS ((${PLACE}, s.interaction_id, f.rule_id, f.polarity), (${PLACE}, s.interaction_id, f.commitment, f.polarity))
     )
     SELECT ${PLACE}, s.rule_id, s.commitment, s.polarity, count(*) FILTER (WHERE NOT s.disputed)::int AS detected, count(*) FILTER (WHERE s.confirmed)::int AS confirmed,
       count(*) FILTER (WHERE s.undecided AND NOT s.confirmed)::int AS undecided
     FROM found AS s GROUP BY ${PLACE}, s.rule_id, s.commitment, s.polarity`,
    where.values,
  );
  return { handled, flagged };
}

export interface Load extends DayLoad, Pick<Place, 'channel' | 'rulebook_hash'> {}

/** Who handled how much on which day, of all days. */
export function readLoads(sql: Sql, organisationId: string): Promise<Load[]> {
  const who = behind('who', 'agent', '$1', 'd.agent_ref');
  return sql<Load>(
    `SELECT d.day::text AS day, ${who.person} AS agent, d.channel, d.rulebook_hash, d.interactions::int AS interactions
     FROM view_agent_day AS d ${who.join} WHERE d.organisation_id = $1 AND NOT ${isUnnamed('d.agent_ref')}`,
    [organisationId],
  );
}
