import type { DataSource } from 'typeorm';
import { ALL_ORGANISATIONS } from '../database/scope.js';
import { sqlOn } from '../database/sql.js';

/**
 * Whose letters an organisation may see: its own, and those that name nobody known ('') as long as there is nobody else
 * whose they could be.
 */
export async function letterOwners(dataSource: DataSource, organisationId: string): Promise<string[]> {
  const others = await sqlOn(dataSource, ALL_ORGANISATIONS)('SELECT 1 FROM organisation WHERE organisation_id <> $1 LIMIT 1', [organisationId]);
  return others.length === 0 ? [organisationId, ''] : [organisationId];
}
