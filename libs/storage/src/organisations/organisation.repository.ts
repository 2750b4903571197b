import type { Organisation, OrganisationSettings } from '#domain';
import { isOrganisationId } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, type Sql } from '../database/sql.js';
import { dayIn } from '../write/day.js';
import { appendToJournal } from '../write/journal.js';
import { OrganisationRow } from './organisation.table.js';

/** An organisation to be there from now on, and why its settings are what they are. */
export interface NewOrganisation extends Organisation {
  readonly reason: string;
}

@Injectable()
export class OrganisationRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Creates the organisation unless it exists; an existing one is left as it is. The settings it starts with are
   * journalled with their reason. Returns true when it was created.
   * @throws RangeError when the id is no slug or the time zone is unknown.
   */
  async ensureOrganisation({ id, name, timeZone, settings, reason }: NewOrganisation): Promise<boolean> {
    if (!isOrganisationId(id)) throw new RangeError(`not an organisation id: ${id}`);
    // Refused here, not when the first interaction arrives.
    dayIn(timeZone, new Date(0));
    return inTransaction(this.dataSource, async (sql) => {
      const created = await sql(
        `INSERT INTO organisation (organisation_id, name, time_zone, settings) VALUES ($1, $2, $3, $4)
         ON CONFLICT ON CONSTRAINT organisation_pk DO NOTHING RETURNING organisation_id`,
        [id, name, timeZone, JSON.stringify(settings)],
      );
      if (created.length === 0) return false;
      await journalSettings(sql, id, null, settings, reason);
      return true;
    });
  }

  /** Null when there is no such organisation. */
  async readOrganisation(id: string): Promise<Organisation | null> {
    const row = await this.dataSource.getRepository(OrganisationRow).findOneBy({ id });
    return row === null ? null : { id: row.id, name: row.name, timeZone: row.timeZone, settings: row.settings };
  }

  /** Ids of all organisations, in order. */
  async listOrganisations(): Promise<readonly string[]> {
    const rows = await this.dataSource.getRepository(OrganisationRow).find({ select: { id: true }, order: { id: 'ASC' } });
    return rows.map(({ id }) => id);
  }

  /**
   * Changes the fairness settings; the change and its reason go into the journal. Unchanged settings write nothing.
   * Returns false when there is no such organisation.
   */
  async changeSettings(id: string, settings: OrganisationSettings, reason: string): Promise<boolean> {
    return inTransaction(this.dataSource, async (sql) => {
      const [before] = await sql<{ settings: OrganisationSettings }>(
        'SELECT settings FROM organisation WHERE organisation_id = $1 FOR UPDATE',
        [id],
      );
      if (before === undefined) return false;
      const changed = await sql(
        `UPDATE organisation SET settings = $2::jsonb WHERE organisation_id = $1 AND settings <> $2::jsonb RETURNING 1`,
        [id, JSON.stringify(settings)],
      );
      if (changed.length > 0) await journalSettings(sql, id, before.settings, settings, reason);
      return true;
    });
  }
}

const journalSettings = (
  sql: Sql,
  organisationId: string,
  from: OrganisationSettings | null,
  to: OrganisationSettings,
  reason: string,
): Promise<void> =>
  appendToJournal(sql, [{ organisationId, type: 'organisation.settings-changed', payload: { from, to, reason } }]);
