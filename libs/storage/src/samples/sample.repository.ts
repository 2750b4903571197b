import { contentHash, planSample, stableId, type SampleFrame, type StratumPlan } from '#domain';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { inTransaction, insertRows, type Sql } from '../database/sql.js';
import { appendToJournal } from '../write/journal.js';
import { countCells, drawInteractions, type Drawn } from './draw.sql.js';

export interface DrawRequest {
  readonly organisationId: string;
  readonly name: string;
  readonly frame: SampleFrame;
  readonly size: number;
  /** Absent: a new one. */
  readonly seed?: string;
  /** Who reviews it, shared out in turn; empty: whoever takes one. */
  readonly reviewers: readonly string[];
  readonly dueOn: string | null;
  readonly by: string;
  /** The same key by the same person again gives the sample that was drawn then. */
  readonly key?: string;
}

/** `other`: this key was used for another request · `nothing`: no interaction to draw from. */
export type DrawnSample = { readonly kind: 'done'; readonly sampleId: string; readonly created: boolean } | { readonly kind: 'other' } | { readonly kind: 'nothing' };

/** Draws samples. */
@Injectable()
export class SampleRepository {
  constructor(private readonly dataSource: DataSource) {}

  draw(request: DrawRequest): Promise<DrawnSample> {
    return inTransaction(this.dataSource, request.organisationId, (sql) => drawIn(sql, request));
  }
}

async function drawIn(sql: Sql, request: DrawRequest): Promise<DrawnSample> {
  const { organisationId, name, frame, size, reviewers, dueOn, by, key } = request;
  const sampleId = stableId('sample', organisationId, by, key ?? randomUUID());
  const seed = request.seed ?? randomUUID();
  const asked = contentHash({ name, frame, size, seed: request.seed ?? null, reviewers, dueOn });
  // Whoever sends the same request at the same time waits here, and then finds it done.
  const created = await sql(
    `INSERT INTO sample (organisation_id, sample_id, name, frame, seed, due_on, request, drawn_by, drawn_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp()) ON CONFLICT ON CONSTRAINT sample_pk DO NOTHING RETURNING 1`,
    [organisationId, sampleId, name, JSON.stringify(frame), seed, dueOn, asked, by],
  );
  if (created.length === 0) {
    const [kept] = await sql<{ request: string }>('SELECT request FROM sample WHERE organisation_id = $1 AND sample_id = $2', [organisationId, sampleId]);
    return kept?.request === asked ? { kind: 'done', sampleId, created: false } : { kind: 'other' };
  }
  const planned = planSample(await countCells(sql, organisationId, frame), size);
  const drawn = await drawInteractions(sql, organisationId, frame, planned, seed);
  if (drawn.length === 0) {
    await sql('DELETE FROM sample WHERE organisation_id = $1 AND sample_id = $2', [organisationId, sampleId]);
    return { kind: 'nothing' };
  }
  const strata = await writeStrata(sql, organisationId, sampleId, planned, drawn);
  await writeItems(sql, organisationId, sampleId, drawn, reviewers, dueOn, by);
  await appendToJournal(sql, [{ organisationId, type: 'sample.drawn', payload: { sampleId, frame, seed, strata, by } }]);
  return { kind: 'done', sampleId, created: true };
}

/** With the population of the moment of drawing: interactions may have come since they were counted. */
async function writeStrata(sql: Sql, organisationId: string, sampleId: string, planned: readonly StratumPlan[], drawn: readonly Drawn[]): Promise<StratumPlan[]> {
  const found = new Map<number, { population: number; drawn: number }>();
  for (const { stratum, population } of drawn) found.set(stratum, { population, drawn: (found.get(stratum)?.drawn ?? 0) + 1 });
  const strata = [...found].map(([stratum, counts]) => ({ stratum, plan: { ...planned[stratum]!, ...counts } }));
  const types = { organisation_id: 'text', sample_id: 'uuid', stratum: 'int', channel: 'text', team_ref: 'text', flagged: 'boolean', population: 'int', drawn: 'int' };
  await insertRows(
    sql,
    'sample_stratum',
    types,
    strata.map(({ stratum, plan: { team, ...plan } }) => ({ organisation_id: organisationId, sample_id: sampleId, stratum, team_ref: team, ...plan })),
    { orderBy: ['stratum'] },
  );
  return strata.map(({ plan }) => plan);
}

/** Served in random order and evenly over the strata: whatever part of a sample is done, it is a sample. */
async function writeItems(sql: Sql, organisationId: string, sampleId: string, drawn: readonly Drawn[], reviewers: readonly string[], dueOn: string | null, by: string): Promise<void> {
  const sizes = new Map<number, number>();
  for (const { stratum } of drawn) sizes.set(stratum, (sizes.get(stratum) ?? 0) + 1);
  const served = [...drawn].sort((a, b) => (a.rank - 0.5) / sizes.get(a.stratum)! - (b.rank - 0.5) / sizes.get(b.stratum)! || a.stratum - b.stratum);
  const rows = served.map(({ interaction_id, stratum, population }, position) => ({
    organisation_id: organisationId,
    sample_id: sampleId,
    interaction_id,
    stratum,
    position,
    inclusion: sizes.get(stratum)! / population,
    assigned_to: reviewers.length === 0 ? null : reviewers[position % reviewers.length],
  }));
  const types = { organisation_id: 'text', sample_id: 'uuid', interaction_id: 'uuid', stratum: 'int', position: 'int', inclusion: 'float8' };
  await insertRows(sql, 'sample_item', types, rows, { orderBy: ['interaction_id'] });
  if (reviewers.length === 0) return;
  // What is somebody's already stays so.
  await sql(
    `INSERT INTO review_task AS t (organisation_id, interaction_id, assigned_to, due_on, assigned_by, assigned_at)
     SELECT $1, r.id, r.who, $4::date, $5, clock_timestamp() FROM unnest($2::uuid[], $3::text[]) AS r (id, who) ORDER BY r.id
     ON CONFLICT ON CONSTRAINT review_task_pk DO UPDATE SET assigned_to = excluded.assigned_to, due_on = excluded.due_on, assigned_by = excluded.assigned_by, assigned_at = excluded.assigned_at
     WHERE t.assigned_to IS NULL`,
    [organisationId, rows.map((row) => row.interaction_id), rows.map((row) => row.assigned_to), dueOn, by],
  );
}
