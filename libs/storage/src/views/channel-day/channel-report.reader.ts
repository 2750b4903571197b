import type { Channel, ChannelReportRow, FigureBasis, OrganisationSettings, ReportFilter } from '#domain';
import type { Sql } from '../../database/sql.js';
import { behind } from '../../directory/resolve.js';
import { figuresOf, type FigureSums } from '../figures.js';
import { isTooSmall, without, type GroupSize } from '../group-size.js';
import { chosenInteractions, dayConditions } from '../report-conditions.js';

type ChannelSums = FigureSums & GroupSize & { readonly channel: Channel };

/** Each channel's figures, those of groups too small left out; in order of name. */
export async function readChannelReport(
  sql: Sql,
  organisationId: string,
  filter: ReportFilter,
  basis: FigureBasis,
  settings: OrganisationSettings,
): Promise<ChannelReportRow[]> {
  const whole = await readWhole(sql, organisationId, filter);
  const isPart = filter.agent !== undefined || filter.team !== undefined;
  const rows = isPart ? await readPart(sql, organisationId, filter, basis) : whole;
  return rows.map((row) => {
    const everybody = whole.find(({ channel }) => channel === row.channel) ?? row;
    const suppressed = isTooSmall(row, [without(everybody, row)], settings);
    return { channel: row.channel, figures: suppressed ? null : figuresOf(row), suppressed: suppressed ? 'group-too-small' : null };
  });
}

function readWhole(sql: Sql, organisationId: string, { from, to, channel }: ReportFilter): Promise<ChannelSums[]> {
  const where = dayConditions(organisationId, { from, to, channel });
  const who = behind('who', 'agent', '$1', 's.agent_ref');
  return sql<ChannelSums>(
    `SELECT d.channel, sum(interactions)::int AS interactions, sum(with_violation)::int AS with_violation,
       sum(with_merit)::int AS with_merit, sum(violations)::int AS violations, sum(merits)::int AS merits,
       (SELECT count(DISTINCT ${who.person})::int FROM view_agent_day AS s ${who.join} WHERE s.organisation_id = $1 AND s.channel = d.channel
          AND s.day BETWEEN min(d.day) AND max(d.day)) AS agents
     FROM view_channel_day AS d WHERE ${where.clause()} GROUP BY d.channel ORDER BY d.channel`,
    where.values,
  );
}

function readPart(sql: Sql, organisationId: string, filter: ReportFilter, basis: FigureBasis): Promise<ChannelSums[]> {
  const { clauses, values } = chosenInteractions(organisationId, filter);
  return sql<ChannelSums>(
    `WITH ${clauses},
     per_interaction AS (
       SELECT c.channel, c.interaction_id,
         count(*) FILTER (WHERE f.polarity = 'violation') AS violations, count(*) FILTER (WHERE f.polarity = 'merit') AS merits
       FROM chosen AS c
       LEFT JOIN their_findings AS f ON f.interaction_id = c.interaction_id ${basis === 'confirmed' ? `AND f.status = 'confirmed'` : ''}
       GROUP BY c.channel, c.interaction_id
     )
     SELECT p.channel, count(*)::int AS interactions, count(*) FILTER (WHERE violations > 0)::int AS with_violation,
       count(*) FILTER (WHERE merits > 0)::int AS with_merit, sum(violations)::int AS violations, sum(merits)::int AS merits,
       (SELECT count(DISTINCT person_ref)::int FROM members JOIN chosen USING (interaction_id) WHERE chosen.channel = p.channel) AS agents
     FROM per_interaction AS p GROUP BY p.channel ORDER BY p.channel`,
    values,
  );
}
