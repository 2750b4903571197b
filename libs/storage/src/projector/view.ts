import type { JournalEntry } from '#domain';
import type { Sql } from '../database/sql.js';

/** Something read often, derived from the journal alone: it can be dropped and rebuilt to the same rows. */
export interface View {
  readonly name: string;
  /** Raised when the table or the projection changes: the view is then rebuilt at the next start. */
  readonly version: number;
  readonly tables: readonly string[];
  /** CREATE TABLE and CREATE INDEX statements, names of constraints written out. */
  readonly create: readonly string[];
  /** Adds entries, in order, within the transaction that moves the view's cursor. */
  apply(sql: Sql, entries: readonly JournalEntry[]): Promise<void>;
}
