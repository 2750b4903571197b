import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sqlOn } from '../database/sql.js';
import type { KeptRevision } from './interaction.reader.js';

@Injectable()
export class FactReader {
  constructor(private readonly dataSource: DataSource) {}

  /** What is kept of facts, by id: tells a repeated delivery from a conflict. Those that are not kept are left out. */
  async findContentHashes(organisationId: string, factIds: readonly string[]): Promise<ReadonlyMap<string, KeptRevision>> {
    const rows = await sqlOn(this.dataSource, organisationId)<{ fact_id: string; revision: string; content_hash: string }>(
      'SELECT fact_id, revision, content_hash FROM reported_fact WHERE organisation_id = $1 AND fact_id = ANY($2::uuid[])',
      [organisationId, factIds],
    );
    return new Map(rows.map((row) => [row.fact_id, { revision: Number(row.revision), contentHash: row.content_hash }]));
  }
}
