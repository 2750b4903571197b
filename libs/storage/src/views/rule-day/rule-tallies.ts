import type { Channel, FigureBasis } from '#domain';
import type { Sql } from '../../database/sql.js';
import { behind } from '../../directory/resolve.js';
import { AGENT_DAY } from '../agent-day/agent-day.table.js';
import { CHANNEL_DAY } from '../channel-day/channel-day.table.js';
import { readPartFigures } from '../part-figures.js';
import { reportConditions, type SeenFilter } from '../report-conditions.js';
import { rowsOver } from '../spans.js';
import { AGENT_RULE_DAY, RULE_DAY, SHARED_RULE } from './rule-day.table.js';

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

/** Everybody's interactions. */
export async function readWholeTallies(sql: Sql, organisationId: string, { from, to }: SeenFilter): Promise<RuleTallies> {
  const [groups, tallies] = await Promise.all([wholeGroups(sql, organisationId, { from, to }), wholeRules(sql, organisationId, { from, to })]);
  return { groups, tallies };
}

function wholeGroups(sql: Sql, organisationId: string, period: SeenFilter): Promise<JudgedGroup[]> {
  const { where } = reportConditions(organisationId, {});
  const [channels, agents] = [rowsOver(CHANNEL_DAY, period, 'month', where), rowsOver(AGENT_DAY, period, 'month', where)];
  const who = behind('who', 'agent', '$1', 'r.agent_ref');
  return sql<JudgedGroup>(
    `SELECT c.*, coalesce(a.agents, '{}') AS agents
     FROM (SELECT d.channel, d.rulebook_hash, sum(interactions)::int AS interactions
           FROM (${channels}) AS d WHERE ${where.clause()} GROUP BY d.channel, d.rulebook_hash) AS c
     LEFT JOIN (SELECT r.channel, r.rulebook_hash, array_agg(DISTINCT ${who.person}) AS agents
                FROM (SELECT DISTINCT d.channel, d.rulebook_hash, d.agent_ref FROM (${agents}) AS d WHERE ${where.clause()}) AS r ${who.join} GROUP BY r.channel, r.rulebook_hash) AS a
       USING (channel, rulebook_hash)`,
    where.values,
  );
}

function wholeRules(sql: Sql, organisationId: string, period: SeenFilter): Promise<RuleTally[]> {
  const { where } = reportConditions(organisationId, {});
  return sql<RuleTally>(
    `SELECT d.rule_id, d.channel, d.rulebook_hash, sum(flagged)::int AS flagged, sum(findings)::int AS findings,
       sum(not_checked)::int AS not_checked
     FROM (${rowsOver(RULE_DAY, period, 'month', where)}) AS d WHERE ${where.clause()} GROUP BY d.rule_id, d.channel, d.rulebook_hash`,
    where.values,
  );
}

/** The interactions and findings of the agents that the filter names. */
export async function readPartTallies(sql: Sql, organisationId: string, filter: SeenFilter, basis: FigureBasis): Promise<RuleTallies> {
  const [groups, tallies] = await Promise.all([
    readPartFigures<JudgedGroup>(sql, organisationId, filter, basis, { by: { channel: 'd.channel', rulebook_hash: 'd.rulebook_hash' }, named: true }),
    partRules(sql, organisationId, filter, basis),
  ]);
  return { groups, tallies };
}

/**
 * What agents' rules add up to, less what several of them have of the same interaction: it is flagged once, and a rule that could not run on it did
 * not run on one interaction, or, where it found something in the words of one of them, did run.
 */
function partRules(sql: Sql, organisationId: string, filter: SeenFilter, basis: FigureBasis): Promise<RuleTally[]> {
  const { where } = reportConditions(organisationId, filter);
  const [rows, shared] = [rowsOver(AGENT_RULE_DAY, filter, 'month', where), rowsOver(SHARED_RULE, filter, null, where)];
  // A disputed finding is still one of a group; of a person it counts for nobody.
  const found = filter.agent === undefined ? 'found' : 'detected';
  const counted = basis === 'confirmed' ? 'confirmed' : found;
  return sql<RuleTally>(
    `SELECT rule_id, channel, rulebook_hash, sum(flagged)::int AS flagged, sum(findings)::int AS findings, sum(not_checked)::int AS not_checked FROM (
       SELECT d.rule_id, d.channel, d.rulebook_hash, sum(d.${counted}_flagged) AS flagged, sum(d.${counted}_findings) AS findings, sum(d.${found}_not_checked) AS not_checked
       FROM (${rows}) AS d WHERE ${where.clause()} GROUP BY 1, 2, 3
       UNION ALL
       SELECT d.rule_id, d.channel, d.rulebook_hash, least(1, sum(d.${counted}_flagged)) - sum(d.${counted}_flagged), 0, min(d.${found}_not_checked) - sum(d.${found}_not_checked)
       FROM (${shared}) AS d WHERE ${where.clause()} GROUP BY 1, 2, 3, d.interaction_id HAVING count(*) > 1
     ) AS parts GROUP BY rule_id, channel, rulebook_hash`,
    where.values,
  );
}
