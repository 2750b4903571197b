import type { QueryBus } from '@nestjs/cqrs';
import { type Actor, type FindingView, type Review, sightOf } from '#domain';
import { checkIfMatch, ProblemException } from '#runtime';
import type { Reviewed } from '#storage';
import { contentTag } from '../http/content-tag.js';
import { noSuch } from '../http/no-such.js';
import { heldByOther } from './held-by-other.js';
import { ownFinding, wordsGone } from './own-words.js';
import { ReadFindingQuery } from '../read-finding/read-finding.query.js';

export const noSuchFinding = (): ProblemException => noSuch('Constat', 'finding');

/** 409: what was disputed is the dispute's, answered or not. */
export const underDispute = (): ProblemException =>
  new ProblemException(409, 'under_dispute', {
    fr: 'Le conseiller a contesté ce jugement : il se maintient ou tombe avec la contestation. Rien n’a été changé.',
    en: 'The agent disputed this judgement: it stands or falls with the dispute. Nothing was changed.',
  });

/** The version of a finding as a strong entity tag: whatever is shown of it. */
export const findingTag = (finding: FindingView): string => contentTag(finding);

/**
 * What the reviewer saw, when `If-Match` holds a decision to it; undefined without the header: judge whatever stands.
 * @throws ProblemException 404 or 412
 */
export async function seenReview(queries: QueryBus, actor: Actor, id: string, ifMatch: string | undefined): Promise<Review | null | undefined> {
  if (ifMatch === undefined) return undefined;
  const finding = await queries.execute(new ReadFindingQuery(actor.organisationId, id, sightOf(actor)));
  if (finding === null) throw noSuchFinding();
  checkIfMatch(ifMatch, findingTag(finding));
  return finding.review;
}

/**
 * The finding as it stands after a decision.
 * @throws ProblemException 404, or 412 when somebody judged it between the reviewer's reading and this decision
 */
export async function findingAfter(queries: QueryBus, actor: Actor, id: string, reviewed: Reviewed): Promise<FindingView> {
  if (reviewed.kind === 'changed') {
    throw new ProblemException(412, 'precondition_failed', {
      fr: 'Quelqu’un d’autre a jugé ce constat entre-temps. Rien n’a été changé : relisez-le, puis décidez.',
      en: 'Somebody else judged this finding meanwhile. Nothing was changed: read it again, then decide.',
    });
  }
  if (reviewed.kind === 'own') throw ownFinding();
  if (reviewed.kind === 'wordless') throw wordsGone();
  if (reviewed.kind === 'by-hand') {
    throw new ProblemException(409, 'added_by_hand', { fr: 'Une personne a trouvé ce constat : il ne se juge pas, il se retire.', en: 'A person found this finding: it is not judged, it is removed.' });
  }
  if (reviewed.kind === 'disputed') throw underDispute();
  if (reviewed.kind === 'held') throw heldByOther(reviewed.hold);
  const finding = reviewed.kind === 'missing' ? null : await queries.execute(new ReadFindingQuery(actor.organisationId, id, sightOf(actor)));
  if (finding === null) throw noSuchFinding();
  return finding;
}
