import { type Directory, type DirectoryChanges, personVersion, type PersonCard, type PersonKind } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, type Sql, sqlOn } from '../database/sql.js';
import { ownRefs } from '../reviews/own-work.js';
import { appendToJournal, type NewEntry } from '../write/journal.js';
import { readPersonIn } from './directory.reader.js';
import type { Identities } from './identities.js';
import { loadIdentities, lockDirectory, saveIdentities } from './identity.rows.js';
import { type IdentityConflict, writeDirectory } from './write-directory.js';

/** `stale`: somebody changed the person since `version` was read · `missing`: nobody knows the person · `own`: it is the editor, who would judge own words as somebody else's. */
export type PersonEdit =
  | { readonly kind: 'done'; readonly person: PersonCard }
  | { readonly kind: 'conflict'; readonly conflicts: readonly IdentityConflict[] }
  | { readonly kind: 'stale'; readonly person: PersonCard }
  | { readonly kind: 'missing' | 'own' };

export type DirectoryEdit =
  | { readonly kind: 'done'; readonly changes: DirectoryChanges }
  | { readonly kind: 'conflict'; readonly conflicts: readonly IdentityConflict[] };

/** Who edits, and what of. */
export interface Editing {
  readonly organisationId: string;
  /** Goes into the journal. */
  readonly by: string;
  /** `personVersion` of what the editor has seen; absent: whatever it is now. */
  readonly version?: string | undefined;
}

/**
 * Writes the directory: each edit and its journal entries are one transaction, edits take turns, and the same edit again
 * changes nothing. No figure is touched: whoever reads them asks who is behind a ref (resolve.ts).
 */
@Injectable()
export class DirectoryRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Lists persons and teams; all or nothing. With `dryRun` it only tells what it would do. */
  async put(directory: Directory, editing: Editing, { dryRun = false } = {}): Promise<DirectoryEdit> {
    return this.edit(editing, async (sql): Promise<DirectoryEdit> => {
      const { conflicts, changes } = await writeDirectory(sql, editing.organisationId, directory, editing.by, dryRun);
      return conflicts.length > 0 ? { kind: 'conflict', conflicts } : { kind: 'done', changes };
    });
  }

  /** Says that the persons behind `refs` are the one behind `ref`. Seen or not: it holds for what is yet to come too. */
  async merge(kind: PersonKind, ref: string, refs: readonly string[], editing: Editing): Promise<PersonEdit> {
    return this.editPerson(kind, ref, refs, editing, (identities) => {
      const { organisationId, by } = editing;
      return refs.map((other) => {
        const attached = identities.attach(other, ref);
        if (attached.kind === 'other') return { personRef: attached.personRef };
        return attached.kind === 'unchanged' ? null : { organisationId, type: 'identity.attached', payload: { kind, ref: other, to: ref, by } };
      });
    });
  }

  /** Takes `refs` out of the person behind `ref`, each with what had been merged into it before; another's refs, never one's own. */
  async split(kind: PersonKind, ref: string, refs: readonly string[], editing: Editing): Promise<PersonEdit> {
    const own = kind === 'agent' ? await ownRefs(sqlOn(this.dataSource, editing.organisationId), editing.organisationId, editing.by) : [];
    if ([ref, ...refs].some((one) => own.includes(one))) return { kind: 'own' };
    return this.editPerson(kind, ref, refs, editing, (identities) => {
      const { organisationId, by } = editing;
      const person = identities.personOf(ref);
      return refs.map((other) => {
        const from = identities.get(other)?.attachedTo ?? null;
        if (other === person || (from !== null && identities.personOf(other) !== person)) return { personRef: identities.personOf(other) };
        if (from === null || !identities.detach(other)) return null;
        return { organisationId, type: 'identity.detached', payload: { kind, ref: other, from, by } };
      });
    });
  }

  /** @param change per ref: a journal entry, null when nothing changes, or whose it is instead */
  private async editPerson(
    kind: PersonKind,
    ref: string,
    refs: readonly string[],
    editing: Editing,
    change: (identities: Identities) => readonly (NewEntry | { readonly personRef: string } | null)[],
  ): Promise<PersonEdit> {
    const { organisationId, version } = editing;
    return this.edit(editing, async (sql): Promise<PersonEdit> => {
      const before = await readPersonIn(sql, organisationId, kind, ref);
      if (before === null) return { kind: 'missing' };
      if (version !== undefined && version !== personVersion(before)) return { kind: 'stale', person: before };
      const identities = await loadIdentities(sql, organisationId, kind, [ref, ...refs]);
      const results = change(identities);
      const conflicts = results.flatMap((result, i) =>
        result !== null && 'personRef' in result ? [{ path: ['identities', i], ref: refs[i]!, personRef: result.personRef }] : [],
      );
      if (conflicts.length > 0) return { kind: 'conflict', conflicts };
      await saveIdentities(sql, organisationId, kind, identities);
      await appendToJournal(sql, results.filter((result): result is NewEntry => result !== null && 'type' in result));
      return { kind: 'done', person: (await readPersonIn(sql, organisationId, kind, ref)) ?? before };
    });
  }

  private async edit<T>({ organisationId }: Editing, work: (sql: Sql) => Promise<T>): Promise<T> {
    return inTransaction(this.dataSource, organisationId, async (sql) => {
      await lockDirectory(sql, organisationId);
      return work(sql);
    });
  }
}
