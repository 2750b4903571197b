import type { Channel, ChannelReportRow, FigureBasis, OrganisationSettings } from '#domain';
import type { Sql } from '../../database/sql.js';
import { figuresOf, type FigureSums } from '../figures.js';
import { isTooSmall, toHide, without, type GroupSize } from '../group-size.js';
import { readPartFigures } from '../part-figures.js';
import { AGENT_DAY } from '../agent-day/agent-day.table.js';
import { agentsPer, isPartial, reportConditions, type SeenFilter } from '../report-conditions.js';
import { rowsOver } from '../spans.js';
import { CHANNEL_DAY } from './channel-day.table.js';

type ChannelSums = FigureSums & GroupSize & { readonly channel: Channel };

/**
 * Each channel's figures, those of groups too small left out; in order of name. All channels together are a total that others show
 * (trends): what is hidden is chosen among all of them, whichever is asked for.
 */
export async function readChannelReport(
  sql: Sql,
  organisationId: string,
  filter: SeenFilter,
  basis: FigureBasis,
  settings: OrganisationSettings,
): Promise<Omit<ChannelReportRow, 'counted'>[]> {
  const everyChannel = { ...filter, channel: undefined };
  const whole = await readWhole(sql, organisationId, everyChannel);
  const all = isPartial(filter) ? await readPart(sql, organisationId, everyChannel, basis) : whole;
  const everybody = new Map(whole.map((row) => [row.channel, row]));
  const hidden = toHide(all, (row) => isTooSmall(row, [without(everybody.get(row.channel) ?? row, row)], settings), settings);
  return all
    .filter(({ channel }) => filter.channel === undefined || channel === filter.channel)
    .map((row) => ({ channel: row.channel, figures: hidden.has(row) ? null : figuresOf(row), suppressed: hidden.has(row) ? 'group-too-small' : null }));
}

function readWhole(sql: Sql, organisationId: string, filter: SeenFilter): Promise<ChannelSums[]> {
  const { where } = reportConditions(organisationId, {});
  const [channels, agents] = [rowsOver(CHANNEL_DAY, filter, 'month', where), rowsOver(AGENT_DAY, filter, 'month', where)];
  return sql<ChannelSums>(
    `SELECT c.*, coalesce(a.agents, 0) AS agents FROM (
       SELECT d.channel, sum(interactions)::int AS interactions, sum(with_violation)::int AS with_violation,
         sum(with_merit)::int AS with_merit, sum(violations)::int AS violations, sum(merits)::int AS merits
       FROM (${channels}) AS d WHERE ${where.clause()} GROUP BY d.channel) AS c
     LEFT JOIN (${agentsPer('channel', 'd.channel', agents, where)}) AS a USING (channel) ORDER BY channel`,
    where.values,
  );
}

const readPart = (sql: Sql, organisationId: string, filter: SeenFilter, basis: FigureBasis): Promise<ChannelSums[]> =>
  readPartFigures<ChannelSums>(sql, organisationId, filter, basis, { by: { channel: 'd.channel' } });
