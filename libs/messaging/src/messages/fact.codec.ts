import { type Outcome, type OutgoingMessage, type ReportedFact, type StreamRecord, done, factIdOf, park } from '#domain';
import { binaryHeaders } from './cloud-event.js';
import { decodeRecord, toldErrors } from './decode-record.js';
import { checkFact } from './fact.message.js';
import { messageKey } from './interaction.codec.js';

export const FACT_TYPE = 'diapason.fact.v1';

/** The message that carries one fact. Same fact and revision, same `ce_id`. The key holds no customer: it would be personal data in a key. */
export function encodeFact(organisationId: string, fact: ReportedFact): OutgoingMessage {
  const factId = factIdOf(organisationId, fact.source, fact.externalId);
  return {
    key: messageKey(organisationId, factId),
    value: Buffer.from(JSON.stringify(fact)),
    headers: binaryHeaders({
      id: `${factId}.${fact.revision}`,
      source: `/organisations/${organisationId}/sources/${encodeURIComponent(fact.source)}`,
      type: FACT_TYPE,
      time: fact.at,
      subject: factId,
      organisation: organisationId,
    }),
  };
}

export interface DecodedFact {
  readonly organisationId: string;
  readonly fact: ReportedFact;
}

/** Reads a record of the facts topic, as decodeInteraction reads one of the interactions topic. */
export function decodeFact(record: StreamRecord, plainOrganisation?: string): Outcome<DecodedFact> {
  const read = decodeRecord(record, FACT_TYPE, plainOrganisation);
  if (read.kind !== 'done') return read;
  const { organisationId, data } = read.value;
  const parsed = checkFact(data);
  return parsed.ok ? done({ organisationId, fact: parsed.fact }) : park('invalid_fact', toldErrors(parsed.errors));
}
