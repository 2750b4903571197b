import type { DayCell } from '#domain';
import type { Sql } from '../../database/sql.js';
import { agentBehind, behind } from '../../directory/resolve.js';
import { PARTS } from './day-load.table.js';

export interface CellsWanted {
  /** YYYY-MM-DD, inclusive. */
  readonly from: string;
  readonly to: string;
  /** Whether teams are told apart, by present membership: it takes longer. */
  readonly byTeam: boolean;
  /** As many agents of each cell at least, where it has them. */
  readonly agents: number;
}

/** Who handled how much on each day of some weeks, in no order. */
export function readDayCells(sql: Sql, organisationId: string, { from, to, byTeam, agents }: CellsWanted): Promise<DayCell[]> {
  return sql<DayCell>(byTeam ? BY_TEAM : WHOLE, [organisationId, from, to, agents]);
}

const who = behind('who', 'agent', '$1', 'l.agent_ref');

/** Of many agents some are enough: four refs for each that is wanted, should several be one person's. */
const WHOLE = `
  SELECT c.day::text AS day, c.channel, c.rulebook_hash AS "rulebookHash", NULL AS team, c.interactions::float8 AS interactions,
    ARRAY(SELECT DISTINCT ${who.person} FROM (
      SELECT d.agent_ref FROM view_day_load AS d WHERE d.organisation_id = $1 AND d.day = c.day AND d.channel = c.channel AND d.rulebook_hash = c.rulebook_hash
      ORDER BY d.agent_ref LIMIT 4 * $4::int) AS l ${who.join}) AS agents
  FROM view_channel_day AS c WHERE c.organisation_id = $1 AND c.day BETWEEN $2::date AND $3::date AND c.interactions > 0`;

const BY_TEAM = `
  WITH loads AS MATERIALIZED (
    SELECT l.day, l.channel, l.rulebook_hash, l.agent_ref, l.parts FROM view_day_load AS l WHERE l.organisation_id = $1 AND l.day BETWEEN $2::date AND $3::date AND l.parts > 0
  ), members AS MATERIALIZED (
    SELECT l.agent_ref, ${who.person} AS person_ref FROM (SELECT DISTINCT agent_ref FROM loads) AS l ${who.join}
  ), teams AS MATERIALIZED (
    SELECT p.person_ref, a.team_ref FROM (SELECT DISTINCT person_ref FROM members) AS p ${agentBehind('a', '$1', 'p.person_ref')}
  ), placed AS MATERIALIZED (SELECT m.agent_ref, m.person_ref, t.team_ref FROM members AS m JOIN teams AS t USING (person_ref))
  SELECT l.day::text AS day, l.channel, l.rulebook_hash AS "rulebookHash", p.team_ref AS team, sum(l.parts)::float8 / ${PARTS} AS interactions,
    (array_agg(DISTINCT p.person_ref))[1:$4::int] AS agents
  FROM loads AS l JOIN placed AS p USING (agent_ref) GROUP BY l.day, l.channel, l.rulebook_hash, p.team_ref`;

/** The first day on which there was an interaction; null: none yet. */
export async function readFirstDay(sql: Sql, organisationId: string): Promise<string | null> {
  const [row] = await sql<{ day: string }>(`SELECT d.day::text AS day FROM view_day_load AS d WHERE d.organisation_id = $1 ORDER BY d.day LIMIT 1`, [organisationId]);
  return row?.day ?? null;
}
