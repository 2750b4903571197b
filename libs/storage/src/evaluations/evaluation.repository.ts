import type { EvaluationAnswer } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, type Sql } from '../database/sql.js';
import { isPersons, type Self } from '../disputes/own-finding.js';
import { isUuid } from '../read/cursor.js';
import { isAccountOf } from '../reviews/own-work.js';
import { appendToJournal } from '../write/journal.js';
import { storableText } from '../write/storable.js';
import { beginIn, type Begun, type BeginRequest } from './begin-evaluation.js';
import { type EvaluationRow, factOf } from './evaluation.row.js';
import { type Answered, answerIn, submitIn, type Submitted } from './fill-in.js';

/** One evaluation, who does something with it, and what that person saw. */
export interface EvaluationAction {
  readonly organisationId: string;
  readonly evaluationId: string;
  readonly by: string;
  /** Undefined: whatever it is now. */
  readonly revision: number | undefined;
}

/** `submitted`: it never changes. */
export type Discarded = { readonly kind: 'done' | 'missing' | 'changed' | 'submitted' };

/** `replaced`: another one counts instead · `author`: whoever wrote it is the agent by now. */
export type Acknowledged = { readonly kind: 'done' | 'missing' | 'changed' | 'replaced' | 'author' };

/** Evaluations that people fill in. Each change and its journal entry are one transaction, with the evaluation locked; answers of a draft are its author's alone and not journalled. */
@Injectable()
export class EvaluationRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Begins a draft. The same person has one for an agent in an interaction: asking again gives it. */
  begin(request: BeginRequest): Promise<Begun> {
    return inTransaction(this.dataSource, request.organisationId, (sql) => beginIn(sql, request));
  }

  /** Writes all answers of a draft of one's own. */
  answer(action: EvaluationAction, answers: readonly EvaluationAnswer[]): Promise<Answered> {
    return this.onDraft(action, (sql, row) => answerIn(sql, action, row, answers));
  }

  /** From then on it never changes, and its agent sees it. Sent again it acts once. */
  submit(action: EvaluationAction): Promise<Submitted> {
    return this.onDraft(action, (sql, row) => submitIn(sql, action, row));
  }

  /** Throws a draft of one's own away. */
  discard(action: EvaluationAction): Promise<Discarded> {
    return this.onDraft(action, async (sql, row): Promise<Discarded> => {
      if (row.submitted_at !== null) return { kind: 'submitted' };
      if (action.revision !== undefined && action.revision !== row.revision) return { kind: 'changed' };
      await sql('DELETE FROM evaluation WHERE organisation_id = $1 AND evaluation_id = $2', [action.organisationId, row.evaluation_id]);
      await appendToJournal(sql, [{ organisationId: action.organisationId, type: 'evaluation.discarded', payload: factOf(row, action.by) }]);
      return { kind: 'done' };
    });
  }

  /** The agent evaluated takes note of it; nobody else can. Again changes nothing. */
  acknowledge(self: Self, evaluationId: string): Promise<Acknowledged> {
    return this.onOwn(self, evaluationId, async (sql, row): Promise<Acknowledged> => {
      if (row.acknowledged_at !== null) return { kind: 'done' };
      if (row.replaced_by !== null) return { kind: 'replaced' };
      if (await isAccountOf(sql, self.organisationId, self.by, row.drafted_by)) return { kind: 'author' };
      await sql(
        'UPDATE evaluation SET acknowledged_by = $3, acknowledged_at = clock_timestamp(), revision = revision + 1 WHERE organisation_id = $1 AND evaluation_id = $2',
        [self.organisationId, evaluationId, self.by],
      );
      await appendToJournal(sql, [{ organisationId: self.organisationId, type: 'evaluation.acknowledged', payload: { evaluationId, by: self.by } }]);
      return { kind: 'done' };
    });
  }

  /** What the agent evaluated says of it; null takes it away. The same words again write nothing. */
  comment(self: Self, evaluationId: string, words: string | null, revision: number | undefined): Promise<Acknowledged> {
    return this.onOwn(self, evaluationId, async (sql, row): Promise<Acknowledged> => {
      const text = words === null ? null : storableText(words);
      if (text === row.comment) return { kind: 'done' };
      if (revision !== undefined && revision !== row.revision) return { kind: 'changed' };
      await sql(
        `UPDATE evaluation SET comment = $3::text, commented_at = CASE WHEN $3::text IS NOT NULL THEN clock_timestamp() END, revision = revision + 1
         WHERE organisation_id = $1 AND evaluation_id = $2`,
        [self.organisationId, evaluationId, text],
      );
      await appendToJournal(sql, [{ organisationId: self.organisationId, type: 'evaluation.commented', payload: { evaluationId, written: text !== null, by: self.by } }]);
      return { kind: 'done' };
    });
  }

  private async onDraft<T>({ organisationId, evaluationId, by }: EvaluationAction, work: (sql: Sql, row: EvaluationRow) => Promise<T>): Promise<T | { readonly kind: 'missing' }> {
    if (!isUuid(evaluationId)) return { kind: 'missing' };
    return inTransaction(this.dataSource, organisationId, async (sql) => {
      const row = await locked(sql, organisationId, evaluationId);
      return row?.drafted_by === by ? work(sql, row) : ({ kind: 'missing' } as const);
    });
  }

  private async onOwn({ organisationId, agentRef }: Self, evaluationId: string, work: (sql: Sql, row: EvaluationRow) => Promise<Acknowledged>): Promise<Acknowledged> {
    if (!isUuid(evaluationId)) return { kind: 'missing' };
    return inTransaction(this.dataSource, organisationId, async (sql): Promise<Acknowledged> => {
      const row = await locked(sql, organisationId, evaluationId);
      const own = row !== null && row.submitted_at !== null && (await isPersons(sql, organisationId, row.agent_ref, agentRef));
      return own ? work(sql, row) : { kind: 'missing' };
    });
  }
}

async function locked(sql: Sql, organisationId: string, evaluationId: string): Promise<EvaluationRow | null> {
  const [row] = await sql<EvaluationRow>('SELECT * FROM evaluation WHERE organisation_id = $1 AND evaluation_id = $2 FOR UPDATE', [organisationId, evaluationId]);
  return row ?? null;
}
