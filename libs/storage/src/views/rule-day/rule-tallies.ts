import type { Channel, FigureBasis } from '#domain';
import type { Sql } from '../../database/sql.js';
import { behind } from '../../directory/resolve.js';
import { chosenInteractions, dayConditions, type SeenFilter } from '../report-conditions.js';

/** Interactions judged on one channel by one rulebook version, and who handled them. */
export interface JudgedGroup {
  readonly channel: Channel;
  readonly rulebook_hash: string;
  readonly interactions: number;
  readonly agents: readonly string[];
}

/** What one rule came to in one such group. */
export interface RuleTally {
  readonly rule_id: string;
  readonly channel: Channel;
  readonly rulebook_hash: string;
  readonly flagged: number;
  readonly findings: number;
  readonly not_checked: number;
}

export interface RuleTallies {
  readonly groups: readonly JudgedGroup[];
  readonly tallies: readonly RuleTally[];
}

/** From the views: everybody's interactions. */
export async function readWholeTallies(sql: Sql, organisationId: string, { from, to }: SeenFilter): Promise<RuleTallies> {
  const where = dayConditions(organisationId, { from, to });
  const who = behind('who', 'agent', '$1', 'r.agent_ref');
  const groups = await sql<JudgedGroup>(
    `SELECT c.*, coalesce(a.agents, '{}') AS agents
     FROM (SELECT d.channel, d.rulebook_hash, sum(interactions)::int AS interactions
           FROM view_channel_day AS d WHERE ${where.clause()} GROUP BY d.channel, d.rulebook_hash) AS c
     LEFT JOIN (SELECT r.channel, r.rulebook_hash, array_agg(DISTINCT ${who.person}) AS agents
                FROM (SELECT DISTINCT d.channel, d.rulebook_hash, d.agent_ref FROM view_agent_day AS d WHERE ${where.clause()}) AS r ${who.join} GROUP BY r.channel, r.rulebook_hash) AS a
       USING (channel, rulebook_hash)`,
    where.values,
  );
  const tallies = await sql<RuleTally>(
    `SELECT d.rule_id, d.channel, d.rulebook_hash, sum(flagged)::int AS flagged, sum(findings)::int AS findings,
       sum(not_checked)::int AS not_checked
     FROM view_rule_day AS d WHERE ${where.clause()} GROUP BY d.rule_id, d.channel, d.rulebook_hash`,
    where.values,
  );
  return { groups, tallies };
}

/** From the write side: the interactions and findings of the agents that the filter names. */
export async function readPartTallies(
  sql: Sql,
  organisationId: string,
  filter: SeenFilter,
  basis: FigureBasis,
): Promise<RuleTallies> {
  const { clauses, values } = chosenInteractions(organisationId, filter);
  const groups = await sql<JudgedGroup>(
    `WITH ${clauses}
     SELECT c.channel, c.rulebook_hash, count(DISTINCT c.interaction_id)::int AS interactions, array_agg(DISTINCT m.person_ref) AS agents
     FROM chosen AS c JOIN members AS m USING (interaction_id) GROUP BY c.channel, c.rulebook_hash`,
    values,
  );
  const tallies = await sql<RuleTally>(
    `WITH ${clauses},
     counted AS (SELECT * FROM their_findings ${basis === 'confirmed' ? `WHERE status = 'confirmed'` : ''}),
     unchecked AS (
       SELECT DISTINCT c.interaction_id, c.channel, c.rulebook_hash, entry->>'ruleId' AS rule_id
       FROM chosen AS c, jsonb_array_elements(c.not_checked) AS entry
     )
     SELECT rule_id, channel, rulebook_hash, count(DISTINCT interaction_id) FILTER (WHERE found)::int AS flagged,
       count(*) FILTER (WHERE found)::int AS findings, count(*) FILTER (WHERE NOT found)::int AS not_checked
     FROM (
       SELECT rule_id, channel, rulebook_hash, interaction_id, true AS found FROM counted
       UNION ALL
       SELECT rule_id, channel, rulebook_hash, interaction_id, false FROM unchecked AS u
       WHERE NOT EXISTS (SELECT 1 FROM their_findings AS f WHERE f.interaction_id = u.interaction_id AND f.rule_id = u.rule_id)
     ) AS results
     GROUP BY rule_id, channel, rulebook_hash`,
    values,
  );
  return { groups, tallies };
}
