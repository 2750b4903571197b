import type { Channel, SampleCell, SampleFrame, StratumPlan } from '#domain';
import type { Sql } from '../database/sql.js';
import { agentBehind, refsOfTeam } from '../directory/resolve.js';
import { Conditions, inPeriod } from '../read/conditions.js';

interface Frame {
  readonly clause: string;
  readonly values: unknown[];
}

/**
 * The interactions to draw from, as WITH clause `framed` (interaction_id, channel, team, flagged): those in which an agent spoke and whose words are kept. The team is the one of the first
 * agent by ref; flagged are those in which one of the rules found something, whatever became of it.
 */
function framed(organisationId: string, { channels, teams, rules, ...period }: SampleFrame): Frame {
  const where = new Conditions();
  const organisation = where.bind(organisationId);
  inPeriod(where.also(`i.organisation_id = ${organisation} AND i.agent_spoke AND i.words_gone_on IS NULL`), period, 'i').when(channels.length > 0 ? channels : undefined, (all) => `i.channel = ANY(${all}::text[])`);
  const inTeams = teams.length === 0 ? '' : `AND m.agent_ref IN (${teams.map((team) => refsOfTeam(organisation, where.bind(team))).join(' UNION ALL ')})`;
  if (teams.length > 0) {
    where.also(`EXISTS (SELECT 1 FROM interaction_agent AS m WHERE m.organisation_id = ${organisation} AND m.interaction_id = i.interaction_id ${inTeams})`);
  }
  const ofRules = rules.length === 0 ? '' : `AND f.rule_id = ANY(${where.bind(rules)}::text[])`;
  return {
    clause: `
      first_agent AS (SELECT m.interaction_id, min(m.agent_ref) AS agent_ref FROM interaction_agent AS m WHERE m.organisation_id = ${organisation} ${inTeams} GROUP BY m.interaction_id),
      team_of AS (SELECT r.agent_ref, who.team_ref FROM (SELECT DISTINCT agent_ref FROM first_agent) AS r ${agentBehind('who', organisation, 'r.agent_ref')}),
      marked AS (SELECT DISTINCT f.interaction_id FROM finding AS f WHERE f.organisation_id = ${organisation} AND NOT f.by_hand ${ofRules}),
      framed AS (
        SELECT i.interaction_id, i.channel, o.team_ref AS team, k.interaction_id IS NOT NULL AS flagged FROM interaction AS i
        LEFT JOIN first_agent AS a ON a.interaction_id = i.interaction_id
        LEFT JOIN team_of AS o ON o.agent_ref = a.agent_ref
        LEFT JOIN marked AS k ON k.interaction_id = i.interaction_id
        WHERE ${where.clause()}
      )`,
    values: where.values,
  };
}

/** How many interactions of each sort there are. */
export function countCells(sql: Sql, organisationId: string, frame: SampleFrame): Promise<SampleCell[]> {
  const { clause, values } = framed(organisationId, frame);
  return sql(`WITH ${clause} SELECT channel, team, flagged, count(*)::int AS population FROM framed GROUP BY channel, team, flagged ORDER BY 1, 2, 3`, values);
}

/** An interaction that was drawn. */
export interface Drawn {
  readonly interaction_id: string;
  /** Position in the plan, from 0. */
  readonly stratum: number;
  /** Of the stratum, at the moment of drawing. */
  readonly population: number;
  /** From 1, in random order. */
  readonly rank: number;
}

/** Draws as planned: in each stratum the interactions whose id, hashed with the seed, comes first. */
export function drawInteractions(sql: Sql, organisationId: string, frame: SampleFrame, plan: readonly StratumPlan[], seed: string): Promise<Drawn[]> {
  const { clause, values } = framed(organisationId, frame);
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const columns: [readonly (Channel | null)[], readonly (string | null)[], readonly boolean[], readonly number[]] = [
    plan.map(({ channel }) => channel),
    plan.map(({ team }) => team),
    plan.map(({ flagged }) => flagged),
    plan.map(({ drawn }) => drawn),
  ];
  const types = ['text', 'text', 'boolean', 'int'];
  const strata = `SELECT p.*, (p.n - 1)::int AS stratum FROM unnest(${columns.map((column, i) => `${bind(column)}::${types[i]}[]`).join(', ')}) WITH ORDINALITY AS p (channel, team, flagged, wanted, n)`;
  // Strata by channel and team, by channel, or by neither: what is null in the plan is not asked.
  const [byChannel, byTeam] = [plan.some(({ channel }) => channel !== null), plan.some(({ team }) => team !== null)];
  const same = `p.flagged = c.flagged ${byChannel ? 'AND p.channel = c.channel' : ''} ${byTeam ? 'AND p.team IS NOT DISTINCT FROM c.team' : ''}`;
  return sql(
    `WITH ${clause}, strata AS (${strata}),
     ranked AS (
       SELECT c.interaction_id, p.stratum, p.wanted, (count(*) OVER (PARTITION BY p.stratum))::int AS population,
         (row_number() OVER (PARTITION BY p.stratum ORDER BY md5(${bind(seed)}::text || c.interaction_id), c.interaction_id))::int AS rank
       FROM framed AS c JOIN strata AS p ON ${same}
     )
     SELECT interaction_id, stratum, population, rank FROM ranked WHERE rank <= wanted ORDER BY stratum, rank`,
    values,
  );
}
