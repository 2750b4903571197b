import type { FigureBasis, OrganisationSettings, TeamReportRow } from '#domain';
import type { Sql } from '../../database/sql.js';
import { figuresOf, type FigureSums } from '../figures.js';
import { type GroupSize, isTooSmall, toHide } from '../group-size.js';
import { readPartFigures } from '../part-figures.js';
import { type SeenFilter } from '../report-conditions.js';

type TeamSums = FigureSums & GroupSize & { readonly team_ref: string | null };

/** Each team's figures by its present members, in order of ref, those without a team last; teams too small left out. */
export async function readTeamReport(
  sql: Sql,
  organisationId: string,
  filter: SeenFilter,
  basis: FigureBasis,
  settings: OrganisationSettings,
): Promise<Omit<TeamReportRow, 'counted'>[]> {
  const all = await readPartFigures<TeamSums>(sql, organisationId, { ...filter, team: undefined, seen: null }, basis, { by: 'team' });
  const named = await readTeamNames(sql, organisationId);
  const hidden = toHide(all, (team: TeamSums) => isTooSmall(team, [], settings), settings);
  return all
    .filter(({ team_ref }) => filter.team === undefined || team_ref === filter.team)
    .filter(({ team_ref }) => filter.seenTeams === undefined || (team_ref !== null && filter.seenTeams.includes(team_ref)))
    .map((row) => ({
      team: row.team_ref === null ? null : { ref: row.team_ref, name: named.get(row.team_ref) ?? null },
      figures: hidden.has(row) ? null : figuresOf(row),
      suppressed: hidden.has(row) ? 'group-too-small' : null,
    }));
}

/** As the directory names them, else as the latest interactions do. */
async function readTeamNames(sql: Sql, organisationId: string): Promise<ReadonlyMap<string, string | null>> {
  const rows = await sql<{ ref: string; name: string | null }>(
    `SELECT ref, coalesce(listed.name, seen.name) AS name
     FROM (SELECT ref, name FROM team WHERE organisation_id = $1) AS seen
     FULL JOIN (SELECT ref, name FROM directory_team WHERE organisation_id = $1) AS listed USING (ref)`,
    [organisationId],
  );
  return new Map(rows.map(({ ref, name }) => [ref, name]));
}
