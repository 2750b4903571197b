import { isDeepStrictEqual } from 'node:util';
import type { QueryBus } from '@nestjs/cqrs';
import type { FindingView, Sight } from '#domain';
import { checkIfMatch, ProblemException } from '#runtime';
import type { Standing } from '#storage';
import { ReadFindingQuery } from '../read-finding/read-finding.query.js';
import { findingTag, noSuchFinding } from '../reviews/reviewed-finding.js';

/**
 * What was read, when `If-Match` holds a decision to it; undefined without the header.
 * @throws ProblemException 404 or 412
 */
export async function seenFinding(queries: QueryBus, organisationId: string, id: string, sight: Sight, ifMatch: string | undefined): Promise<FindingView | undefined> {
  if (ifMatch === undefined) return undefined;
  const finding = await findingNow(queries, organisationId, id, sight);
  checkIfMatch(ifMatch, findingTag(finding));
  return finding;
}

/** @throws ProblemException 404 */
export async function findingNow(queries: QueryBus, organisationId: string, id: string, sight: Sight): Promise<FindingView> {
  const finding = await queries.execute(new ReadFindingQuery(organisationId, id, sight));
  if (finding === null) throw noSuchFinding();
  return finding;
}

/** Whether what stands is what was seen. */
export const standsAs = (seen: FindingView | undefined) => ({ review, dispute }: Standing): boolean =>
  seen === undefined || isDeepStrictEqual({ review, dispute }, { review: seen.review, dispute: seen.dispute });

export const changedMeanwhile = (): ProblemException =>
  new ProblemException(412, 'precondition_failed', {
    fr: 'Ce constat a changé entre-temps. Rien n’a été changé : relisez-le, puis décidez.',
    en: 'This finding changed meanwhile. Nothing was changed: read it again, then decide.',
  });

export const alreadySettled = (): ProblemException =>
  new ProblemException(409, 'already_settled', {
    fr: 'Cette contestation est tranchée, pour de bon. Rien n’a été changé.',
    en: 'This dispute is resolved, for good. Nothing was changed.',
  });
