import type { RulebookDescription } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, type Sql, sqlOn } from '../database/sql.js';
import { appendToJournal } from '../write/journal.js';
import { storableJson } from '../write/storable.js';

@Injectable()
export class RulebookRepository {
  /** Versions never change under their hash: each is read once per process. */
  private readonly versions = new Map<string, RulebookDescription>();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Keeps a rulebook version and makes it the current one. Publishing the current version again writes nothing;
   * every other change is journalled. Returns true when the current version changed.
   * @throws when the organisation does not exist.
   */
  async publishRulebook(organisationId: string, description: RulebookDescription): Promise<boolean> {
    const { name, version, hash } = description;
    return inTransaction(this.dataSource, organisationId, async (sql) => {
      const [organisation] = await sql<{ current_rulebook: string | null }>(
        'SELECT current_rulebook FROM organisation WHERE organisation_id = $1 FOR UPDATE',
        [organisationId],
      );
      if (organisation === undefined) throw new Error(`no organisation ${organisationId}`);
      if (organisation.current_rulebook === hash) return false;
      await sql(
        `INSERT INTO rulebook_version (organisation_id, hash, name, version, description, published_at)
         VALUES ($1, $2, $3, $4, $5, now()) ON CONFLICT ON CONSTRAINT rulebook_version_pk DO NOTHING`,
        [organisationId, hash, name, version, storableJson(description)],
      );
      await sql('UPDATE organisation SET current_rulebook = $2 WHERE organisation_id = $1', [organisationId, hash]);
      await appendToJournal(sql, [{ organisationId, type: 'rulebook.published', payload: { name, version, hash } }]);
      return true;
    });
  }

  /** The version in force; null before the first publication. */
  async currentRulebook(organisationId: string): Promise<RulebookDescription | null> {
    const [organisation] = await sqlOn(this.dataSource, organisationId)<{ hash: string | null }>(
      'SELECT current_rulebook AS hash FROM organisation WHERE organisation_id = $1',
      [organisationId],
    );
    const hash = organisation?.hash ?? null;
    return hash === null ? null : this.readVersion(organisationId, hash);
  }

  /**
   * A version by its hash; null when it was never published here.
   * @param sql of the transaction that asks: many at once would each hold a connection and wait for another one
   */
  async readVersion(organisationId: string, hash: string, sql: Sql = sqlOn(this.dataSource, organisationId)): Promise<RulebookDescription | null> {
    const key = `${organisationId}/${hash}`;
    const known = this.versions.get(key);
    if (known !== undefined) return known;
    const [row] = await sql<{ description: RulebookDescription }>(
      'SELECT description FROM rulebook_version WHERE organisation_id = $1 AND hash = $2',
      [organisationId, hash],
    );
    if (row === undefined) return null;
    this.versions.set(key, row.description);
    return row.description;
  }

  /** Every version published, the oldest first. */
  async listVersions(organisationId: string): Promise<readonly RulebookDescription[]> {
    const rows = await sqlOn(this.dataSource, organisationId)<{ hash: string }>(
      'SELECT hash FROM rulebook_version WHERE organisation_id = $1 ORDER BY published_at, hash',
      [organisationId],
    );
    const versions = await Promise.all(rows.map(({ hash }) => this.readVersion(organisationId, hash)));
    return versions.filter((version) => version !== null);
  }
}
