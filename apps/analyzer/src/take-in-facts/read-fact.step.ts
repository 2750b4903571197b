import { type Outcome, type ReadFact, type StreamRecord, contentHash, done, factIdOf, park } from '#domain';
import { decodeFact } from '#messaging';

/** One record of the facts topic to what is to be kept of it. Never throws. */
export function readFact(record: StreamRecord, organisationId: string, topicsOf: (object: string) => readonly string[]): Outcome<ReadFact> {
  const decoded = decodeFact(record, organisationId);
  if (decoded.kind !== 'done') return decoded;
  const { fact } = decoded.value;
  if (decoded.value.organisationId !== organisationId) {
    return park('unknown_organisation', `organisation ${decoded.value.organisationId} ; cet analyseur sert ${organisationId}`);
  }
  return done({
    organisationId,
    factId: factIdOf(organisationId, fact.source, fact.externalId),
    fact,
    contentHash: contentHash(fact),
    topics: fact.object === undefined ? [] : topicsOf(fact.object),
  });
}
