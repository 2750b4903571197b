import type { QueryBus } from '@nestjs/cqrs';
import { type Actor, type Evaluation, type Sight, sightOf } from '#domain';
import { checkIfMatch, pointerOf, ProblemException } from '#runtime';
import type { Answered, Begun, Discarded, EvaluationAction, EvaluationViewer, Submitted } from '#storage';
import { contentTag } from '../http/content-tag.js';
import { noSuch } from '../http/no-such.js';
import { ReadEvaluationQuery } from '../read-evaluation/read-evaluation.query.js';

export const viewerOf = (actor: Actor, sight: Sight = sightOf(actor)): EvaluationViewer => ({ id: actor.id, sight });

export const noSuchEvaluation = (): ProblemException => noSuch('Évaluation', 'evaluation');

/**
 * An evaluation as somebody sees it.
 * @throws ProblemException 404
 */
export async function evaluationFor(queries: QueryBus, organisationId: string, id: string, viewer: EvaluationViewer): Promise<Evaluation> {
  const found = await queries.execute(new ReadEvaluationQuery(organisationId, id, viewer));
  if (found === null) throw noSuchEvaluation();
  return found;
}

export const evaluationTag = (evaluation: Evaluation): string => contentTag(evaluation);

/**
 * Its number when `If-Match` holds a change to what was seen; undefined without the header.
 * @throws ProblemException 412
 */
export function seenRevision(seen: Evaluation, ifMatch: string | undefined): number | undefined {
  checkIfMatch(ifMatch, evaluationTag(seen));
  return ifMatch === undefined || ifMatch.trim() === '*' ? undefined : seen.revision;
}

/**
 * Who does something with an evaluation, held to what was seen.
 * @throws ProblemException 404 or 412
 */
export async function evaluationAction(queries: QueryBus, actor: Actor, id: string, ifMatch: string | undefined): Promise<EvaluationAction> {
  const seen = await evaluationFor(queries, actor.organisationId, id, viewerOf(actor));
  // Sent again after it was handed in, a request names the draft that it was.
  const revision = seen.state === 'draft' ? seenRevision(seen, ifMatch) : undefined;
  return { organisationId: actor.organisationId, evaluationId: id, by: actor.id, revision };
}

const changedMeanwhile = (): ProblemException =>
  new ProblemException(412, 'precondition_failed', { fr: 'Cette évaluation a changé entre-temps. Rien n’a été changé : relisez-la.', en: 'This evaluation changed meanwhile. Nothing was changed: read it again.' });

const concerned = (): ProblemException =>
  new ProblemException(403, 'own_evaluation', { fr: 'C’est votre propre échange : quelqu’un d’autre l’évalue.', en: 'It is your own interaction: somebody else evaluates it.' });

const standing = (id: string): ProblemException =>
  new ProblemException(409, 'already_evaluated', {
    fr: `L’évaluation ${id} compte déjà pour cette grille et ce conseiller ; elle ne se corrige que par une nouvelle qui la remplace.`,
    en: `Evaluation ${id} counts already for this scorecard and agent; it is only corrected by a new one that replaces it.`,
  });

const notStanding = (): ProblemException =>
  new ProblemException(409, 'evaluation_replaced', { fr: 'L’évaluation à remplacer ne compte pas, ou plus. Rien n’a été changé.', en: 'The evaluation to be replaced does not count, or no longer. Nothing was changed.' });

const noAgent = (): ProblemException =>
  new ProblemException(422, 'unprocessable', { fr: 'Cette personne n’a pas parlé dans cette interaction.', en: 'This person did not speak in this interaction.' }, [
    { pointer: '#/agent', detail: { fr: 'Choisissez quelqu’un qui y a parlé.', en: 'Choose somebody who spoke in it.' } },
  ]);

const alreadySubmitted = (): ProblemException =>
  new ProblemException(409, 'evaluation_submitted', { fr: 'Cette évaluation est remise : elle ne change plus.', en: 'This evaluation is submitted: it never changes.' });

/** @throws ProblemException unless there is a draft */
export function begunId(begun: Begun): string {
  switch (begun.kind) {
    case 'done':
      return begun.evaluationId;
    case 'standing':
      throw standing(begun.evaluationId);
    case 'missing':
      throw noSuch('Interaction', 'interaction');
    case 'no-scorecard':
      throw new ProblemException(422, 'unprocessable', { fr: 'Aucune version de cette grille ne se remplit pour ce jour-là.', en: 'No version of this scorecard is filled in for that day.' }, [
        { pointer: '#/scorecard', detail: { fr: 'Choisissez une grille en vigueur le jour de l’interaction, avec des questions à répondre.', en: 'Choose a scorecard in force on the day of the interaction, with questions to answer.' } },
      ]);
    case 'no-agent':
      throw noAgent();
    case 'concerned':
      throw concerned();
    case 'not-standing':
      throw notStanding();
    default:
      throw new ProblemException(422, 'idempotency_conflict', { fr: 'Cette « Idempotency-Key » a déjà servi pour une autre évaluation.', en: 'This "Idempotency-Key" was already used for another evaluation.' });
  }
}

/** @throws ProblemException unless it was done */
export function checkFilled(done: Answered | Submitted | Discarded): void {
  switch (done.kind) {
    case 'done':
      return;
    case 'missing':
      throw noSuchEvaluation();
    case 'changed':
      throw changedMeanwhile();
    case 'submitted':
      throw alreadySubmitted();
    case 'concerned':
      throw concerned();
    case 'no-agent':
      throw noAgent();
    case 'standing':
      throw standing(done.evaluationId);
    case 'not-standing':
      throw notStanding();
    case 'open':
      throw new ProblemException(
        409,
        'evaluation_incomplete',
        { fr: 'Des questions attendent une réponse.', en: 'Some questions are not answered yet.' },
        done.criteria.map((id) => ({ pointer: pointerOf(['answers', id]), detail: { fr: `« ${id} » n’a pas de réponse.`, en: `"${id}" has no answer.` } })),
      );
    default:
      throw new ProblemException(
        422,
        'unprocessable',
        { fr: 'Des réponses ne vont pas avec cette grille.', en: 'Some answers do not go with this scorecard.' },
        done.problems.map(({ path, fr, en }) => ({ pointer: pointerOf(['answers', ...path]), detail: { fr, en } })),
      );
  }
}
