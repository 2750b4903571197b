import type { Organisation, OrganisationSettings, RetentionDays, RetentionProblem } from '#domain';
import { isOrganisationId, retentionProblems, wholeSettings } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ALL_ORGANISATIONS } from '../database/scope.js';
import { inTransaction, sqlOn, type Sql } from '../database/sql.js';
import { dayIn } from '../write/day.js';
import { appendToJournal } from '../write/journal.js';

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
    return inTransaction(this.dataSource, id, async (sql) => {
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
    const [row] = await sqlOn(this.dataSource, id)<Organisation>(
      'SELECT organisation_id AS id, name, time_zone AS "timeZone", settings FROM organisation WHERE organisation_id = $1',
      [id],
    );
    return row === undefined ? null : { ...row, settings: wholeSettings(row.settings) };
  }

  /** Ids of all organisations, in order. */
  async listOrganisations(): Promise<readonly string[]> {
    const rows = await sqlOn(this.dataSource, ALL_ORGANISATIONS)<{ id: string }>('SELECT organisation_id AS id FROM organisation ORDER BY 1');
    return rows.map(({ id }) => id);
  }

  /**
   * Changes the fairness settings; the change and its reason go into the journal. Unchanged settings write nothing.
   * Returns false when there is no such organisation.
   */
  async changeSettings(id: string, settings: OrganisationSettings, reason: string): Promise<boolean> {
    return inTransaction(this.dataSource, id, async (sql) => {
      const [before] = await sql<{ settings: OrganisationSettings }>(LOCKED, [id]);
      if (before === undefined) return false;
      const changed = await sql(
        `UPDATE organisation SET settings = $2::jsonb WHERE organisation_id = $1 AND settings <> $2::jsonb RETURNING 1`,
        [id, JSON.stringify(settings)],
      );
      if (changed.length > 0) await journalSettings(sql, id, before.settings, settings, reason);
      return true;
    });
  }

  /** Changes for how many days some classes are kept, as `changeSettings` does. Periods that cannot be change nothing. */
  async changeRetention(id: string, days: Partial<RetentionDays>, reason: string): Promise<RetentionChanged> {
    return inTransaction(this.dataSource, id, async (sql): Promise<RetentionChanged> => {
      const [before] = await sql<{ settings: OrganisationSettings }>(LOCKED, [id]);
      if (before === undefined) return { kind: 'missing' };
      const whole = wholeSettings(before.settings);
      const retention = { ...whole.retention, ...days };
      const problems = retentionProblems(retention);
      if (problems.length > 0) return { kind: 'refused', problems };
      if (JSON.stringify(retention) === JSON.stringify(whole.retention)) return { kind: 'done', days: retention };
      const settings = { ...whole, retention };
      await sql('UPDATE organisation SET settings = $2::jsonb WHERE organisation_id = $1', [id, JSON.stringify(settings)]);
      await journalSettings(sql, id, before.settings, settings, reason);
      return { kind: 'done', days: retention };
    });
  }
}

/** `refused`: which periods cannot be, and why. */
export type RetentionChanged = { readonly kind: 'missing' } | { readonly kind: 'done'; readonly days: RetentionDays } | { readonly kind: 'refused'; readonly problems: readonly RetentionProblem[] };

const LOCKED = 'SELECT settings FROM organisation WHERE organisation_id = $1 FOR UPDATE';

const journalSettings = (
  sql: Sql,
  organisationId: string,
  from: OrganisationSettings | null,
  to: OrganisationSettings,
  reason: string,
): Promise<void> =>
  appendToJournal(sql, [{ organisationId, type: 'organisation.settings-changed', payload: { from, to, reason } }]);
