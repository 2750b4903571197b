import type { Evaluation, EvaluationFilter, EvaluationSummary, InteractionEvaluations, Page, PageRequest, ScorecardDefinition, Sight } from '#domain';
import { criteriaOf, sideOf } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sqlOn, type Sql } from '../database/sql.js';
import { agentBehind } from '../directory/resolve.js';
import { Conditions, inPeriod, inTeam, isPerson } from '../read/conditions.js';
import { decodeCursor, encodeCursor, isUuid } from '../read/cursor.js';
import { publishedVersions, versionOn } from '../scorecards/scorecard.row.js';
import { agentSeen, isInteractionSeen, isSeen, seenRefs } from '../sight/sight.js';
import { automaticOf } from './automatic.reader.js';
import { type EvaluationRow, scoreView } from './evaluation.row.js';

/** Who asks: whose drafts are shown, and whose evaluations. */
export interface EvaluationViewer {
  readonly id: string;
  readonly sight: Sight;
}

interface ShownRow extends EvaluationRow {
  readonly definition: ScorecardDefinition;
  readonly author: string | null;
  readonly person_ref: string;
  readonly person_name: string | null;
  readonly team_ref: string | null;
  readonly team_name: string | null;
}

/** Evaluations that people filled in: submitted ones of agents who are seen, drafts for their author alone. */
@Injectable()
export class EvaluationReader {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * One page, latest interaction first.
   * @throws InvalidCursorError for a cursor that is not of this list.
   */
  async listEvaluations(organisationId: string, filter: EvaluationFilter, page: PageRequest, viewer: EvaluationViewer): Promise<Page<EvaluationSummary>> {
    if ([filter.scorecard, filter.interaction].some((id) => id !== undefined && !isUuid(id))) return { items: [], next: null };
    const sql = sqlOn(this.dataSource, organisationId);
    const where = await shown(sql, organisationId, viewer);
    inPeriod(where, filter, 'e')
      .when(filter.channel, (channel) => `e.channel = ${channel}`)
      .when(filter.agent, (agent) => isPerson('agent', 'e.agent_ref', '$1', agent))
      .when(filter.team, (team) => inTeam('e.agent_ref', '$1', team))
      .when(filter.scorecard, (id) => `e.scorecard_id = ${id}::uuid`)
      .when(filter.interaction, (id) => `e.interaction_id = ${id}::uuid`);
    if (filter.state !== undefined) where.also(STATE[filter.state]);
    if (page.cursor !== undefined) {
      const { startedAt, id } = decodeCursor(page.cursor);
      where.when(startedAt, (at) => `(e.started_at, e.evaluation_id) < (${at}::timestamptz, ${where.bind(id)}::uuid)`);
    }
    const rows = await select(sql, where, `LIMIT ${where.bind(page.limit + 1)}`);
    const items = rows.slice(0, page.limit).map(summaryOf);
    const last = items.at(-1);
    return { items, next: rows.length > page.limit && last !== undefined ? encodeCursor(last) : null };
  }

  /** Null when there is none, or none that is shown. */
  async readEvaluation(organisationId: string, evaluationId: string, viewer: EvaluationViewer): Promise<Evaluation | null> {
    if (!isUuid(evaluationId)) return null;
    const sql = sqlOn(this.dataSource, organisationId);
    const where = await shown(sql, organisationId, viewer);
    const [row] = await select(sql, where.when(evaluationId, (id) => `e.evaluation_id = ${id}::uuid`));
    return row === undefined ? null : evaluationOf(row);
  }

  /** What there is beside an interaction; null when it is not seen. */
  async ofInteraction(organisationId: string, interactionId: string, viewer: EvaluationViewer): Promise<InteractionEvaluations | null> {
    const sql = sqlOn(this.dataSource, organisationId);
    if (!isUuid(interactionId) || !(await isInteractionSeen(sql, organisationId, interactionId, viewer.sight))) return null;
    const [told] = await sql<{ day: string }>('SELECT day::text FROM interaction WHERE organisation_id = $1 AND interaction_id = $2', [organisationId, interactionId]);
    if (told === undefined) return null;
    const where = (await shown(sql, organisationId, viewer)).when(interactionId, (id) => `e.interaction_id = ${id}::uuid`);
    const refs = await seenRefs(sql, organisationId, viewer.sight);
    const agents = await sql<{ agent_ref: string; ref: string; name: string | null }>(
      `SELECT x.agent_ref, who.ref, who.name FROM interaction_agent AS x ${agentBehind('who', 'x.organisation_id', 'x.agent_ref')}
       WHERE x.organisation_id = $1 AND x.interaction_id = $2 ORDER BY x.agent_ref`,
      [organisationId, interactionId],
    );
    const seen = agents.filter(({ agent_ref }) => isSeen(refs, agent_ref));
    const versions = await publishedVersions(sql, organisationId);
    const scorecards = [...new Set(versions.map(({ scorecard_id }) => scorecard_id))];
    return {
      automatic: await automaticOf(sql, organisationId, interactionId, refs),
      human: (await select(sql, where)).map(summaryOf),
      fillable: scorecards.flatMap((id) => {
        const version = versionOn(versions.filter(({ scorecard_id }) => scorecard_id === id), told.day);
        const asks = version !== null && criteriaOf(version.definition).some((criterion) => sideOf(criterion) === 'human');
        return asks ? [{ id, name: version.definition.name, version: version.version }] : [];
      }),
      agents: [...new Map(seen.map(({ ref, name }) => [ref, { ref, name }])).values()],
    };
  }
}

const STATE = {
  draft: 'e.submitted_at IS NULL',
  submitted: 'e.submitted_at IS NOT NULL AND e.replaced_by IS NULL',
  replaced: 'e.replaced_by IS NOT NULL',
} as const;

/** The organisation is $1. */
async function shown(sql: Sql, organisationId: string, { id, sight }: EvaluationViewer): Promise<Conditions> {
  const where = new Conditions();
  where.also(`e.organisation_id = ${where.bind(organisationId)}`).when(id, (me) => `(e.submitted_at IS NOT NULL OR e.drafted_by = ${me})`);
  return agentSeen(where, 'e.agent_ref', await seenRefs(sql, organisationId, sight));
}

const select = (sql: Sql, where: Conditions, tail = ''): Promise<ShownRow[]> =>
  sql<ShownRow>(
    `SELECT e.*, v.definition, a.name AS author, who.ref AS person_ref, who.name AS person_name, who.team_ref, who.team_name
     FROM (SELECT * FROM evaluation AS e WHERE ${where.clause()} ORDER BY e.started_at DESC, e.evaluation_id DESC ${tail}) AS e
     JOIN scorecard_version AS v ON v.organisation_id = e.organisation_id AND v.scorecard_id = e.scorecard_id AND v.version = e.version
     LEFT JOIN account AS a ON a.organisation_id = e.organisation_id AND a.account_id::text = e.drafted_by
     ${agentBehind('who', 'e.organisation_id', 'e.agent_ref')}
     ORDER BY e.started_at DESC, e.evaluation_id DESC`,
    where.values,
  );

const summaryOf = (row: ShownRow): EvaluationSummary => ({
  id: row.evaluation_id,
  scorecard: { id: row.scorecard_id, name: row.definition.name, version: row.version },
  interactionId: row.interaction_id,
  channel: row.channel,
  startedAt: row.started_at.toISOString(),
  agent: { ref: row.person_ref, name: row.person_name },
  team: row.team_ref === null ? null : { ref: row.team_ref, name: row.team_name },
  state: row.submitted_at === null ? 'draft' : row.replaced_by === null ? 'submitted' : 'replaced',
  by: { id: row.drafted_by, name: row.author },
  draftedAt: row.drafted_at.toISOString(),
  submittedAt: row.submitted_at?.toISOString() ?? null,
  result: scoreView(row.result),
  replaces: row.replaces,
  replacedBy: row.replaced_by,
  acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
});

const evaluationOf = (row: ShownRow): Evaluation => ({
  ...summaryOf(row),
  definition: row.definition,
  answers: row.answers,
  comment: row.comment === null ? null : { text: row.comment, at: row.commented_at!.toISOString() },
  revision: row.revision,
});
