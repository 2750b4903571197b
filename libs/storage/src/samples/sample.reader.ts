import type { Channel, ReviewSample, SampleFrame, SampleStratum, Sight } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sqlOn } from '../database/sql.js';
import { isUuid } from '../read/cursor.js';
import { IS_COMPLETED } from '../review-queues/queue-conditions.js';

interface SampleRow {
  readonly sample_id: string;
  readonly name: string;
  readonly frame: SampleFrame;
  readonly seed: string;
  readonly due_on: string | null;
  readonly drawn_by: string;
  readonly drawn_at: Date;
}

interface StratumRow {
  readonly sample_id: string;
  readonly channel: Channel | null;
  readonly team: string | null;
  readonly flagged: boolean;
  readonly population: number;
  readonly drawn: number;
  readonly completed: number;
}

/** Samples and how far they are. */
@Injectable()
export class SampleReader {
  constructor(private readonly dataSource: DataSource) {}

  /** The latest samples first, at most 100. */
  listSamples(organisationId: string, sight: Sight = 'all'): Promise<ReviewSample[]> {
    return this.read(organisationId, null, sight);
  }

  /** Null when there is no such sample. */
  async readSample(organisationId: string, sampleId: string, sight: Sight = 'all'): Promise<ReviewSample | null> {
    return isUuid(sampleId) ? ((await this.read(organisationId, sampleId, sight))[0] ?? null) : null;
  }

  /** Of whoever does not see every team, only the strata of the teams seen. */
  private async read(organisationId: string, sampleId: string | null, sight: Sight): Promise<ReviewSample[]> {
    const sql = sqlOn(this.dataSource, organisationId);
    const samples = await sql<SampleRow>(
      `SELECT sample_id, name, frame, seed, due_on::text AS due_on, drawn_by, drawn_at FROM sample
       WHERE organisation_id = $1 AND ($2::uuid IS NULL OR sample_id = $2::uuid) ORDER BY drawn_at DESC, sample_id LIMIT 100`,
      [organisationId, sampleId],
    );
    const strata = await sql<StratumRow>(
      `SELECT h.sample_id, h.channel, h.team_ref AS team, h.flagged, h.population, h.drawn, coalesce(c.completed, 0) AS completed
       FROM sample_stratum AS h
       LEFT JOIN (
         SELECT x.sample_id, x.stratum, count(*)::int AS completed FROM sample_item AS x
         JOIN sample AS s ON s.organisation_id = x.organisation_id AND s.sample_id = x.sample_id
         JOIN interaction AS i ON i.organisation_id = x.organisation_id AND i.interaction_id = x.interaction_id
         WHERE x.organisation_id = $1 AND x.sample_id = ANY($2::uuid[]) AND x.completed_at IS NOT NULL AND ${IS_COMPLETED}
         GROUP BY x.sample_id, x.stratum
       ) AS c ON c.sample_id = h.sample_id AND c.stratum = h.stratum
       WHERE h.organisation_id = $1 AND h.sample_id = ANY($2::uuid[]) AND ($3::text[] IS NULL OR h.team_ref = ANY($3)) ORDER BY h.sample_id, h.stratum`,
      [organisationId, samples.map(({ sample_id }) => sample_id), sight === 'all' ? null : sight.teams],
    );
    return samples.map((row) => sampleOf(row, sight, strata.filter(({ sample_id }) => sample_id === row.sample_id)));
  }
}

function sampleOf(row: SampleRow, sight: Sight, rows: readonly StratumRow[]): ReviewSample {
  const strata = rows.map(({ channel, team, flagged, population, drawn, completed }): SampleStratum => ({ channel, team, flagged, population, drawn, completed }));
  const total = (of: (stratum: SampleStratum) => number): number => strata.reduce((sum, stratum) => sum + of(stratum), 0);
  return {
    id: row.sample_id,
    name: row.name,
    frame: sight === 'all' ? row.frame : { ...row.frame, teams: row.frame.teams.filter((team) => sight.teams.includes(team)) },
    seed: row.seed,
    dueOn: row.due_on,
    drawnBy: row.drawn_by,
    drawnAt: row.drawn_at.toISOString(),
    strata,
    drawn: total(({ drawn }) => drawn),
    completed: total(({ completed }) => completed),
  };
}
