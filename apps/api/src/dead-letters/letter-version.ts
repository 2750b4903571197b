import type { QueryBus } from '@nestjs/cqrs';
import { checkIfMatch } from '#runtime';
import { ReadDeadLetterQuery } from '../read-dead-letter/read-dead-letter.query.js';
import { noSuchLetter, tagOf } from './settled.js';

/**
 * Holds `If-Match` against the letter. The decision itself is safe without: a letter is settled once, under its lock.
 * @throws ProblemException 404 or 412
 */
export async function checkLetterVersion(queries: QueryBus, organisationId: string, id: string, ifMatch: string | undefined): Promise<void> {
  if (ifMatch === undefined) return;
  const letter = await queries.execute(new ReadDeadLetterQuery(organisationId, id));
  if (letter === null) throw noSuchLetter();
  checkIfMatch(ifMatch, tagOf(letter));
}
