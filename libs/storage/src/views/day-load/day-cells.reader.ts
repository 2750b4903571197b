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
export async function readDayCells(sql: Sql, organisationId: string, { from, to, byTeam, agents }: CellsWanted): Promise<DayCell[]> {
  if (!byTeam) return sql<DayCell>(WHOLE, [organisationId, from, to, agents]);
  const loads = await sql<LoadsOfDay>(LOADS, [organisationId, from, to]);
  const places = await sql<Place>(PLACES, [organisationId, [...new Set(loads.flatMap(({ refs }) => refs))]]);
  const placeOf = new Map(places.map((place) => [place.ref, place]));
  return loads.flatMap((day) => cellsOf(day, placeOf));
}

interface LoadsOfDay extends Pick<DayCell, 'day' | 'channel' | 'rulebookHash'> {
  readonly refs: readonly string[];
  /** Of the same length: each one's. */
  readonly parts: readonly number[];
}

interface Place {
  readonly ref: string;
  readonly person: string;
  readonly team: string | null;
}

function cellsOf({ refs, parts, ...day }: LoadsOfDay, placeOf: ReadonlyMap<string, Place>): DayCell[] {
  const byTeam = new Map<string | null, { readonly agents: string[]; parts: number }>();
  for (const [i, ref] of refs.entries()) {
    const { person, team } = placeOf.get(ref)!;
    const cell = byTeam.get(team) ?? { agents: [], parts: 0 };
    byTeam.set(team, cell);
    cell.agents.push(person);
    cell.parts += parts[i]!;
  }
  return [...byTeam].map(([team, cell]) => ({ ...day, team, interactions: cell.parts / PARTS, agents: cell.agents }));
}

const who = behind('who', 'agent', '$1', 'l.agent_ref');

/** Of many agents some are enough: four refs for each that is wanted, should several be one person's. */
const WHOLE = `
  SELECT c.day::text AS day, c.channel, c.rulebook_hash AS "rulebookHash", NULL AS team, c.interactions::float8 AS interactions,
    ARRAY(SELECT DISTINCT ${who.person} FROM (
      SELECT d.agent_ref FROM view_day_load AS d WHERE d.organisation_id = $1 AND d.day = c.day AND d.channel = c.channel AND d.rulebook_hash = c.rulebook_hash
      ORDER BY d.agent_ref LIMIT 4 * $4::int) AS l ${who.join}) AS agents
  FROM view_channel_day AS c WHERE c.organisation_id = $1 AND c.day BETWEEN $2::date AND $3::date AND c.interactions > 0`;

/** Teams are put to it here rather than to each row there, which takes nearly twice as long. */
const LOADS = `
  SELECT l.day::text AS day, l.channel, l.rulebook_hash AS "rulebookHash", json_agg(l.agent_ref) AS refs, json_agg(l.parts) AS parts
  FROM view_day_load AS l WHERE l.organisation_id = $1 AND l.day BETWEEN $2::date AND $3::date AND l.parts > 0 GROUP BY l.day, l.channel, l.rulebook_hash`;

const PLACES = `
  SELECT l.agent_ref AS ref, l.person, a.team_ref AS team
  FROM (SELECT l.agent_ref, ${who.person} AS person FROM unnest($2::text[]) AS l (agent_ref) ${who.join} OFFSET 0) AS l ${agentBehind('a', '$1', 'l.person')}`;

/** The first day on which there was an interaction; null: none yet. */
export async function readFirstDay(sql: Sql, organisationId: string): Promise<string | null> {
  const [row] = await sql<{ day: string }>(`SELECT d.day::text AS day FROM view_day_load AS d WHERE d.organisation_id = $1 ORDER BY d.day LIMIT 1`, [organisationId]);
  return row?.day ?? null;
}
