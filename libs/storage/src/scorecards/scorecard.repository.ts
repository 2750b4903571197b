import { randomUUID } from 'node:crypto';
import { checkScorecard, type ScorecardDefinition, type ScorecardProblem, stableId } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, type Sql } from '../database/sql.js';
import { todayIn } from '../organisations/today.js';
import { isUuid } from '../read/cursor.js';
import { RulebookRepository } from '../rulebooks/rulebook.repository.js';
import { appendToJournal } from '../write/journal.js';
import { storableJson } from '../write/storable.js';
import { definitionHash, VERSION_COLUMNS, type VersionRow } from './scorecard.row.js';

/** `other`: this key was used for another request. */
export type ScorecardCreated = { readonly kind: 'done'; readonly scorecardId: string } | { readonly kind: 'other' };

/**
 * `changed`: not what was seen · `published`: it never changes · `unpublished`: only what is published is retired · `past`: a version never counts
 * for what was before it was known · `invalid`: what keeps it from being published.
 */
export type ScorecardActed =
  | { readonly kind: 'done' | 'missing' | 'changed' | 'published' | 'unpublished' }
  | { readonly kind: 'past'; readonly today: string }
  | { readonly kind: 'invalid'; readonly problems: readonly ScorecardProblem[] };

/** One scorecard, who does something with it, and what that person saw. */
export interface ScorecardAction {
  readonly organisationId: string;
  readonly scorecardId: string;
  readonly by: string;
  /** Undefined: whatever it is now. */
  readonly revision: number | undefined;
}

/** Scorecards and their versions. Each change and its journal entry are one transaction, with the scorecard locked. */
@Injectable()
export class ScorecardRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rulebooks: RulebookRepository,
  ) {}

  /** Begins a scorecard by the draft of its first version. @param key the same key by the same person again makes no second one */
  create(organisationId: string, definition: ScorecardDefinition, by: string, key: string | undefined): Promise<ScorecardCreated> {
    const scorecardId = stableId('scorecard', organisationId, by, key ?? randomUUID());
    const request = definitionHash(definition);
    return inTransaction(this.dataSource, organisationId, async (sql): Promise<ScorecardCreated> => {
      // Whoever sends the same request at the same time waits here, and then finds it done.
      const created = await sql(
        `INSERT INTO scorecard (organisation_id, scorecard_id, request, created_by, created_at) VALUES ($1, $2, $3, $4, clock_timestamp())
         ON CONFLICT ON CONSTRAINT scorecard_pk DO NOTHING RETURNING 1`,
        [organisationId, scorecardId, request, by],
      );
      if (created.length === 0) {
        const [kept] = await sql<{ request: string }>('SELECT request FROM scorecard WHERE organisation_id = $1 AND scorecard_id = $2', [organisationId, scorecardId]);
        return kept?.request === request ? { kind: 'done', scorecardId } : { kind: 'other' };
      }
      await writeDraft(sql, { organisationId, scorecardId, by }, 1, definition);
      return { kind: 'done', scorecardId };
    });
  }

  /** Writes the draft anew; where there is none, begins the next version. Published versions stay as they are. */
  draft(action: ScorecardAction, definition: ScorecardDefinition): Promise<ScorecardActed> {
    return this.onOne(action, async (sql, versions) => {
      const last = versions.at(-1)!;
      if (last.published_at === null && definitionHash(last.definition) === definitionHash(definition)) return DONE;
      return () => writeDraft(sql, action, last.published_at === null ? last.version : last.version + 1, definition);
    });
  }

  /**
   * Publishes the draft: from then on it never changes, and counts for interactions from its effective date on, which is not before today.
   * @param options `since`: for the invented sample data alone, whose interactions are of before anybody looked at them
   */
  async publish(action: ScorecardAction, version: number, effectiveOn: string, { since = false }: { readonly since?: boolean } = {}): Promise<ScorecardActed> {
    const { organisationId, scorecardId, by } = action;
    // Before the transaction: many at once would each hold a connection and wait for another one.
    const rulebook = await this.rulebooks.currentRulebook(organisationId);
    return this.onOne(action, async (sql, versions) => {
      const draft = versions.find((one) => one.version === version);
      if (draft === undefined) return { kind: 'missing' };
      if (draft.published_at !== null) return draft.effective_on === effectiveOn && draft.published_by === by ? DONE : { kind: 'published' };
      const today = await todayIn(sql, organisationId);
      if (!since && effectiveOn < today) return { kind: 'past', today };
      const problems = checkScorecard(draft.definition, rulebook);
      if (problems.length > 0) return { kind: 'invalid', problems };
      return async () => {
        await sql(
          'UPDATE scorecard_version SET effective_on = $4::date, published_by = $5, published_at = clock_timestamp() WHERE organisation_id = $1 AND scorecard_id = $2 AND version = $3',
          [organisationId, scorecardId, version, effectiveOn, by],
        );
        await appendToJournal(sql, [{ organisationId, type: 'scorecard.published', payload: { scorecardId, version, hash: definitionHash(draft.definition), effectiveOn, by } }]);
      };
    });
  }

  /** Ends a published version: it evaluates no interaction of `from` on, which is not before today. What it evaluated stays. */
  retire(action: ScorecardAction, version: number, from: string): Promise<ScorecardActed> {
    const { organisationId, scorecardId, by } = action;
    return this.onOne(action, async (sql, versions) => {
      const kept = versions.find((one) => one.version === version);
      if (kept === undefined) return { kind: 'missing' };
      if (kept.published_at === null) return { kind: 'unpublished' };
      if (kept.retired_from !== null) return kept.retired_from === from ? DONE : { kind: 'published' };
      const today = await todayIn(sql, organisationId);
      if (from < today) return { kind: 'past', today };
      return async () => {
        await sql('UPDATE scorecard_version SET retired_from = $4::date, retired_by = $5 WHERE organisation_id = $1 AND scorecard_id = $2 AND version = $3', [organisationId, scorecardId, version, from, by]);
        await appendToJournal(sql, [{ organisationId, type: 'scorecard.retired', payload: { scorecardId, version, from, by } }]);
      };
    });
  }

  /** Throws a draft away; a scorecard that has nothing else goes with it, since nobody was ever evaluated by it. */
  discard(action: ScorecardAction, version: number): Promise<ScorecardActed> {
    const { organisationId, scorecardId, by } = action;
    return this.onOne(action, async (sql, versions) => {
      const draft = versions.find((one) => one.version === version);
      if (draft === undefined) return { kind: 'missing' };
      if (draft.published_at !== null) return { kind: 'published' };
      return async () => {
        await sql('DELETE FROM scorecard_version WHERE organisation_id = $1 AND scorecard_id = $2 AND version = $3', [organisationId, scorecardId, version]);
        if (versions.length === 1) await sql('DELETE FROM scorecard WHERE organisation_id = $1 AND scorecard_id = $2', [organisationId, scorecardId]);
        await appendToJournal(sql, [{ organisationId, type: 'scorecard.discarded', payload: { scorecardId, version, by } }]);
      };
    });
  }

  /** @param decide what keeps it from being done, that it is so already, or how to write it */
  private async onOne({ organisationId, scorecardId, revision }: ScorecardAction, decide: (sql: Sql, versions: readonly VersionRow[]) => Promise<ScorecardActed | Write>): Promise<ScorecardActed> {
    if (!isUuid(scorecardId)) return { kind: 'missing' };
    return inTransaction(this.dataSource, organisationId, async (sql): Promise<ScorecardActed> => {
      const key = [organisationId, scorecardId];
      const [kept] = await sql<{ revision: number }>('SELECT revision FROM scorecard WHERE organisation_id = $1 AND scorecard_id = $2 FOR UPDATE', key);
      if (kept === undefined) return { kind: 'missing' };
      const versions = await sql<VersionRow>(`SELECT ${VERSION_COLUMNS} FROM scorecard_version AS v WHERE v.organisation_id = $1 AND v.scorecard_id = $2 ORDER BY v.version`, key);
      const write = await decide(sql, versions);
      if (typeof write !== 'function') return write;
      // Sent again, the same thing is done already; anything else has to be about what was seen.
      if (revision !== undefined && revision !== kept.revision) return { kind: 'changed' };
      await write();
      await sql('UPDATE scorecard SET revision = revision + 1 WHERE organisation_id = $1 AND scorecard_id = $2', key);
      return DONE;
    });
  }
}

type Write = () => Promise<void>;

const DONE = { kind: 'done' } as const;

async function writeDraft(sql: Sql, { organisationId, scorecardId, by }: Omit<ScorecardAction, 'revision'>, version: number, definition: ScorecardDefinition): Promise<void> {
  await sql(
    `INSERT INTO scorecard_version (organisation_id, scorecard_id, version, definition) VALUES ($1, $2, $3, $4)
     ON CONFLICT ON CONSTRAINT scorecard_version_pk DO UPDATE SET definition = excluded.definition`,
    [organisationId, scorecardId, version, storableJson(definition)],
  );
  await appendToJournal(sql, [{ organisationId, type: 'scorecard.changed', payload: { scorecardId, version, by } }]);
}
