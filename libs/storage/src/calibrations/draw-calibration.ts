import { randomUUID } from 'node:crypto';
import { type CalibrationFrame, contentHash, REVIEWERS, stableId } from '#domain';
import { insertRows, type Sql } from '../database/sql.js';
import { refsOfTeam } from '../directory/resolve.js';
import { Conditions, inPeriod } from '../read/conditions.js';
import { appendToJournal } from '../write/journal.js';

export interface CalibrationRequest {
  readonly organisationId: string;
  readonly name: string;
  readonly frame: CalibrationFrame;
  readonly size: number;
  /** Absent: a new one. */
  readonly seed?: string;
  /** Ids of accounts. */
  readonly reviewers: readonly string[];
  readonly dueOn: string | null;
  readonly by: string;
  /** The same key by the same person again gives the calibration that was drawn then. */
  readonly key?: string;
}

/** `other`: this key was used for another request · `unfit`: no open account that may review, or not of every team it is drawn from. */
export type DrawnCalibration =
  | { readonly kind: 'done'; readonly calibrationId: string }
  | { readonly kind: 'other' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unfit'; readonly reviewers: readonly string[] };

/** Draws findings for several to judge. */
export async function drawCalibration(sql: Sql, request: CalibrationRequest): Promise<DrawnCalibration> {
  const { organisationId, name, frame, size, dueOn, by, key } = request;
  const reviewers = [...new Set(request.reviewers)].sort();
  const unfit = await unfitIn(sql, organisationId, reviewers, frame, by);
  if (unfit.length > 0) return { kind: 'unfit', reviewers: unfit };
  const calibrationId = stableId('calibration', organisationId, by, key ?? randomUUID());
  const seed = request.seed ?? randomUUID();
  const asked = contentHash({ name, frame, size, seed: request.seed ?? null, reviewers, dueOn });
  // Whoever sends the same request at the same time waits here, and then finds it done.
  const created = await sql(
    `INSERT INTO calibration (organisation_id, calibration_id, name, frame, seed, due_on, request, drawn_by, drawn_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp()) ON CONFLICT ON CONSTRAINT calibration_pk DO NOTHING RETURNING 1`,
    [organisationId, calibrationId, name, JSON.stringify(frame), seed, dueOn, asked, by],
  );
  if (created.length === 0) {
    const [kept] = await sql<{ request: string }>('SELECT request FROM calibration WHERE organisation_id = $1 AND calibration_id = $2', [organisationId, calibrationId]);
    return kept?.request === asked ? { kind: 'done', calibrationId } : { kind: 'other' };
  }
  const findings = await drawFindings(sql, organisationId, frame, size, seed);
  if (findings.length === 0) {
    await sql('DELETE FROM calibration WHERE organisation_id = $1 AND calibration_id = $2', [organisationId, calibrationId]);
    return { kind: 'nothing' };
  }
  const own = { organisation_id: organisationId, calibration_id: calibrationId };
  await insertRows(sql, 'calibration_reviewer', { organisation_id: 'text', calibration_id: 'uuid', reviewer: 'text' }, reviewers.map((reviewer) => ({ ...own, reviewer })), { orderBy: ['reviewer'] });
  const types = { organisation_id: 'text', calibration_id: 'uuid', finding_id: 'uuid', interaction_id: 'uuid', rule_id: 'text', position: 'int' };
  await insertRows(sql, 'calibration_item', types, findings.map((one, position) => ({ ...own, ...one, position })), { orderBy: ['position'] });
  await appendToJournal(sql, [{ organisationId, type: 'calibration.drawn', payload: { calibrationId, frame, seed, findings: findings.length, reviewers, by } }]);
  return { kind: 'done', calibrationId };
}

/** Whoever draws may always take part: where a port is open there are no accounts. */
async function unfitIn(sql: Sql, organisationId: string, reviewers: readonly string[], { teams }: CalibrationFrame, by: string): Promise<string[]> {
  const fit = await sql<{ id: string }>(
    `SELECT account_id::text AS id FROM account WHERE organisation_id = $1 AND account_id::text = ANY($2::text[]) AND disabled_at IS NULL AND roles && $3::text[]
       AND (teams IS NULL OR cardinality($4::text[]) > 0 AND $4::text[] <@ teams)`,
    [organisationId, reviewers, REVIEWERS, teams],
  );
  const known = new Set([by, ...fit.map(({ id }) => id)]);
  return reviewers.filter((reviewer) => !known.has(reviewer));
}

/** In random order, evenly over the rules: whatever part of it is judged tells something of each. */
function drawFindings(sql: Sql, organisationId: string, { channels, teams, rules, ...period }: CalibrationFrame, size: number, seed: string): Promise<{ finding_id: string; interaction_id: string; rule_id: string }[]> {
  const where = new Conditions();
  const organisation = where.bind(organisationId);
  inPeriod(where.also(`f.organisation_id = ${organisation} AND NOT f.wordless`), period, 'f')
    .when(channels.length > 0 ? channels : undefined, (all) => `f.channel = ANY(${all}::text[])`)
    .when(rules.length > 0 ? rules : undefined, (all) => `f.rule_id = ANY(${all}::text[])`);
  if (teams.length > 0) where.also(`f.agent_ref IN (${teams.map((team) => refsOfTeam(organisation, where.bind(team))).join(' UNION ALL ')})`);
  const drawn = where.bind(seed);
  return sql(
    `SELECT finding_id, interaction_id, rule_id FROM (
       SELECT f.finding_id, f.interaction_id, f.rule_id, md5(${drawn}::text || f.finding_id) AS chance,
         row_number() OVER (PARTITION BY f.rule_id ORDER BY md5(${drawn}::text || f.finding_id)) AS rank
       FROM finding AS f WHERE ${where.clause()}
     ) AS ranked ORDER BY rank, chance LIMIT ${where.bind(size)}`,
    where.values,
  );
}
