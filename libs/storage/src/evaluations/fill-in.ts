import { criteriaOf, type EvaluationAnswer, humanScore, isAnswer, type ScorecardDefinition, type ScorecardProblem, type ScoreResult } from '#domain';
import type { Sql } from '../database/sql.js';
import { isOwn } from '../reviews/own-work.js';
import { appendToJournal } from '../write/journal.js';
import { storableJson } from '../write/storable.js';
import type { EvaluationAction } from './evaluation.repository.js';
import { type EvaluationRow, factOf } from './evaluation.row.js';
import { standingFor } from './standing.js';

/** `invalid`: answers that the scorecard does not have, or words that are not in the interaction; paths go from the list of answers down. */
export type Answered = { readonly kind: 'done' | 'missing' | 'changed' | 'submitted' } | { readonly kind: 'invalid'; readonly problems: readonly ScorecardProblem[] };

/**
 * `open`: what has to be answered yet, by id · `concerned`: the author is the agent by now · `no-agent`: a later revision says that somebody else spoke ·
 * `standing`: one stands by now, and is only corrected · `not-standing`: what it corrects does not stand any more.
 */
export type Submitted =
  | { readonly kind: 'done' | 'missing' | 'changed' | 'concerned' | 'no-agent' | 'not-standing' }
  | { readonly kind: 'standing'; readonly evaluationId: string }
  | { readonly kind: 'open'; readonly criteria: readonly string[] };

/** Within a transaction that holds the draft: writes its answers and what they come to. The same answers again write nothing. */
export async function answerIn(sql: Sql, { organisationId, revision }: EvaluationAction, row: EvaluationRow, given: readonly EvaluationAnswer[]): Promise<Answered> {
  if (row.submitted_at !== null) return { kind: 'submitted' };
  const definition = await definitionOf(sql, organisationId, row);
  const { answers, problems } = await checkAnswers(sql, organisationId, row, definition, given);
  if (problems.length > 0) return { kind: 'invalid', problems };
  const kept = storableJson(answers);
  const [same] = await sql('SELECT FROM evaluation WHERE organisation_id = $1 AND evaluation_id = $2 AND answers = $3::jsonb', [organisationId, row.evaluation_id, kept]);
  if (same !== undefined) return { kind: 'done' };
  if (revision !== undefined && revision !== row.revision) return { kind: 'changed' };
  await sql('UPDATE evaluation SET answers = $3, result = $4, revision = revision + 1 WHERE organisation_id = $1 AND evaluation_id = $2', [
    organisationId,
    row.evaluation_id,
    kept,
    JSON.stringify(resultOf(row, definition, answers)),
  ]);
  return { kind: 'done' };
}

/** Within a transaction that holds the draft: hands it in, and takes the place of what it corrects. */
export async function submitIn(sql: Sql, { organisationId, by, revision }: EvaluationAction, row: EvaluationRow): Promise<Submitted> {
  if (row.submitted_at !== null) return { kind: 'done' };
  if (revision !== undefined && revision !== row.revision) return { kind: 'changed' };
  if (await isOwn(sql, organisationId, row.agent_ref, by)) return { kind: 'concerned' };
  const spoke = await sql('SELECT FROM interaction_agent WHERE organisation_id = $1 AND interaction_id = $2 AND agent_ref = $3', [organisationId, row.interaction_id, row.agent_ref]);
  if (spoke.length === 0) return { kind: 'no-agent' };
  const definition = await definitionOf(sql, organisationId, row);
  const result = resultOf(row, definition, row.answers);
  const open = result.criteria.filter(({ state }) => state === 'open').map(({ id }) => id);
  if (open.length > 0) return { kind: 'open', criteria: open };
  const standing = await standingFor(sql, organisationId, row);
  if (standing !== null && row.replaces === null) return { kind: 'standing', evaluationId: standing };
  if (standing !== row.replaces) return { kind: 'not-standing' };
  // Answers to questions that another answer took away are not part of it.
  const asked = new Set(result.criteria.filter(({ why }) => why !== 'condition').map(({ id }) => id));
  await sql('UPDATE evaluation SET replaced_by = $3, revision = revision + 1 WHERE organisation_id = $1 AND evaluation_id = $2', [organisationId, row.replaces, row.evaluation_id]);
  await sql(
    `UPDATE evaluation SET answers = $3, result = $4, submitted_at = date_trunc('milliseconds', clock_timestamp()), revision = revision + 1 WHERE organisation_id = $1 AND evaluation_id = $2`,
    [organisationId, row.evaluation_id, storableJson(row.answers.filter(({ criterion }) => asked.has(criterion))), JSON.stringify(result)],
  );
  const payload = { ...factOf(row, by), replaces: row.replaces, score: result.score, failed: result.failures.length > 0 };
  await appendToJournal(sql, [{ organisationId, type: 'evaluation.submitted', payload }]);
  return { kind: 'done' };
}

const resultOf = ({ channel, contact_reason }: EvaluationRow, definition: ScorecardDefinition, answers: readonly EvaluationAnswer[]): ScoreResult =>
  humanScore(definition, { channel, contactReason: contact_reason }, answers);

async function definitionOf(sql: Sql, organisationId: string, { scorecard_id, version }: EvaluationRow): Promise<ScorecardDefinition> {
  const [row] = await sql<{ definition: ScorecardDefinition }>('SELECT definition FROM scorecard_version WHERE organisation_id = $1 AND scorecard_id = $2 AND version = $3', [organisationId, scorecard_id, version]);
  return row!.definition;
}

/** Quotes are the interaction's own words; those that were selected before a later revision came stay as they were. */
async function checkAnswers(sql: Sql, organisationId: string, row: EvaluationRow, definition: ScorecardDefinition, given: readonly EvaluationAnswer[]): Promise<{ answers: EvaluationAnswer[]; problems: ScorecardProblem[] }> {
  const turns = await sql<{ position: number; text: string }>('SELECT position, text FROM turn WHERE organisation_id = $1 AND interaction_id = $2', [organisationId, row.interaction_id]);
  const texts = new Map(turns.map(({ position, text }) => [position, text]));
  const criteria = new Map(criteriaOf(definition).map((criterion) => [criterion.id, criterion]));
  const problems: ScorecardProblem[] = [];
  const answers = given.map((answer, at): EvaluationAnswer => {
    const criterion = criteria.get(answer.criterion);
    if (criterion === undefined || given.findIndex((one) => one.criterion === answer.criterion) !== at) {
      problems.push({ path: [at, 'criterion'], fr: `« ${answer.criterion} » n’est pas une question de cette grille, ou est répondue deux fois.`, en: `"${answer.criterion}" is no question of this scorecard, or is answered twice.` });
    } else if (!isAnswer(criterion.source, answer.answer)) {
      problems.push({ path: [at, 'answer'], fr: `« ${criterion.question} » n’a pas de réponse « ${answer.answer} ».`, en: `"${criterion.question}" has no answer "${answer.answer}".` });
    }
    const kept = row.answers.find((one) => one.criterion === answer.criterion)?.evidence ?? [];
    const evidence = answer.evidence.map((words, index) => {
      const { turn, start, end } = words;
      const quote = kept.find((one) => one.turn === turn && one.start === start && one.end === end)?.quote ?? texts.get(turn)?.slice(start, end) ?? '';
      if (quote.length !== end - start || quote.trim() === '') {
        problems.push({ path: [at, 'evidence', index], fr: 'Ces mots ne sont pas dans l’interaction : sélectionnez-les de nouveau.', en: 'These words are not in the interaction: select them again.' });
      }
      return { turn, start, end, quote };
    });
    return { ...answer, evidence };
  });
  return { answers, problems };
}
