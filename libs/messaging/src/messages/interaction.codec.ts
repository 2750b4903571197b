import { type Interaction, type Outcome, type OutgoingMessage, type StreamRecord, done, interactionIdOf, park } from '#domain';
import { binaryHeaders } from './cloud-event.js';
import { decodeRecord, toldErrors } from './decode-record.js';
import { checkInteraction } from './interaction.message.js';

export const INTERACTION_TYPE = 'diapason.interaction.v1';

/** Same interaction, same partition, hence in order; never a customer's id, which would be personal data in a key. */
export const messageKey = (organisationId: string, interactionId: string): string => `${organisationId}:${interactionId}`;

/**
 * The message that carries one interaction. Same interaction and revision, same `ce_id`: other consumers can tell
 * a repeated message. The interaction is one that parseInteraction accepted.
 */
export function encodeInteraction(organisationId: string, interaction: Interaction): OutgoingMessage {
  const interactionId = interactionIdOf(organisationId, interaction.source, interaction.externalId);
  return {
    key: messageKey(organisationId, interactionId),
    value: Buffer.from(JSON.stringify(interaction)),
    headers: binaryHeaders({
      id: `${interactionId}.${interaction.revision}`,
      source: `/organisations/${organisationId}/sources/${encodeURIComponent(interaction.source)}`,
      type: INTERACTION_TYPE,
      time: interaction.startedAt,
      subject: interactionId,
      organisation: organisationId,
    }),
  };
}

export interface DecodedInteraction {
  readonly organisationId: string;
  readonly interaction: Interaction;
}

/**
 * Reads a record of the interactions topic: a CloudEvent in binary or structured mode, or an interaction as plain JSON.
 * Every way it can be wrong has its park reason.
 * @param plainOrganisation whose plain JSON records are, since those name nobody; without it they are no CloudEvents
 */
export function decodeInteraction(record: StreamRecord, plainOrganisation?: string): Outcome<DecodedInteraction> {
  const read = decodeRecord(record, INTERACTION_TYPE, plainOrganisation);
  if (read.kind !== 'done') return read;
  const { organisationId, data } = read.value;
  const parsed = checkInteraction(data);
  return parsed.ok ? done({ organisationId, interaction: parsed.interaction }) : park('invalid_interaction', toldErrors(parsed.errors));
}
