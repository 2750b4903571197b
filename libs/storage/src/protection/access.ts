import { VIEWS } from '../views/index.js';
import type { Role } from './roles.js';

/** What each role may do with a table: privileges as GRANT takes them. */
export type Access = Readonly<Partial<Record<Role, readonly string[]>>>;

const ALL = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] as const;

/** Tables of an organisation, unless said otherwise below: its own rows for whoever works for it, nothing for jobs. */
const OF_AN_ORGANISATION: Access = { diapason_app: ALL, diapason_batch: ALL };

/** Views are derived: only the projector writes them. */
const OF_A_VIEW: Access = { diapason_app: ['SELECT'], diapason_jobs: ALL };

/** What is not as of any organisation: tables that jobs touch over all of them, and those that BI tools read. */
const SPECIAL: Readonly<Record<string, Access>> = {
  // Which organisations there are; not what they are called or have set.
  organisation: { ...OF_AN_ORGANISATION, diapason_jobs: ['SELECT (organisation_id)'] },
  // The projector reads; `rebuild views` on another server's dump sets transaction ids anew.
  journal: { ...OF_AN_ORGANISATION, diapason_jobs: ['SELECT', 'UPDATE (xid)'] },
  outbox: { ...OF_AN_ORGANISATION, diapason_jobs: ['SELECT', 'DELETE'] },
  // How many wait is a figure of the process; what is in them is the organisation's.
  dead_letter: { ...OF_AN_ORGANISATION, diapason_jobs: ['SELECT (status)'] },
  bi_figure: { ...OF_AN_ORGANISATION, diapason_bi: ['SELECT'] },
  // Who reads what is said on the command line, as the owner: no process may.
  bi_login: { diapason_bi: ['SELECT'] },
};

/** What is granted on a view that shows `bi_figure`, whose policies hold for whoever asks. */
export const OF_A_BI_VIEW: Access = { diapason_bi: ['SELECT'] };

/** Every table without organisation_id, and why it has none. A table that is not here is closed to the processes. */
export const OF_NO_ORGANISATION: Readonly<Record<string, { readonly why: string; readonly access: Access }>> = {
  schema_migration: { why: 'which migrations have run; only the migrating connection touches it', access: {} },
  stream_position: { why: 'how far a consumer group has read a partition, in which records of all organisations lie', access: { diapason_batch: ['SELECT', 'INSERT', 'UPDATE'], diapason_jobs: ['SELECT'] } },
  projection_cursor: { why: 'how far a view has read the journal, over all organisations', access: { diapason_app: ['SELECT'], diapason_jobs: ['SELECT', 'INSERT', 'UPDATE'] } },
};

/** What is granted on a table. */
export function accessTo(table: string, ofOrganisation: boolean): Access {
  if (!ofOrganisation) return OF_NO_ORGANISATION[table]?.access ?? {};
  if (VIEWS.some((view) => view.tables.includes(table))) return OF_A_VIEW;
  return SPECIAL[table] ?? OF_AN_ORGANISATION;
}
