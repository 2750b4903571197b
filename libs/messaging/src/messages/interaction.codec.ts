import {
  type Interaction,
  type Outcome,
  type OutgoingMessage,
  type StreamRecord,
  done,
  interactionIdOf,
  isOrganisationId,
  park,
} from '#domain';
import { binaryHeaders, isPlainJson, readCloudEvent, readPlainJson } from './cloud-event.js';
import { MAX_VALUE_BYTES, checkInteraction } from './interaction.message.js';

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
  if (record.value === null || record.value.length === 0) return park('empty_value', 'le message est vide');
  if (record.value.length > MAX_VALUE_BYTES) {
    return park('too_large', `${record.value.length} octets ; au plus ${MAX_VALUE_BYTES}`);
  }
  if (plainOrganisation !== undefined && isPlainJson(record)) return decodePlain(record, plainOrganisation);
  const event = readCloudEvent(record);
  if (event.kind !== 'done') return event;
  const { type, organisation } = event.value.attributes;
  if (type !== INTERACTION_TYPE) return park('unsupported_type', `type ${type} ; permis : ${INTERACTION_TYPE}`);
  if (organisation === undefined || !isOrganisationId(organisation)) {
    return park('unknown_organisation', `attribut organisation ${organisation ?? 'absent'} ; attendu : un identifiant`);
  }
  return decodeData(event.value.data, organisation);
}

function decodePlain(record: StreamRecord, organisationId: string): Outcome<DecodedInteraction> {
  const data = readPlainJson(record);
  if (data.kind !== 'done') return data;
  if (typeof data.value === 'object' && data.value !== null && 'specversion' in data.value) {
    return park('not_cloudevent', 'un événement en mode structuré demande l’en-tête content-type: application/cloudevents+json');
  }
  return decodeData(data.value, organisationId);
}

function decodeData(data: unknown, organisationId: string): Outcome<DecodedInteraction> {
  const parsed = checkInteraction(data);
  if (parsed.ok) return done({ organisationId, interaction: parsed.interaction });
  const told = parsed.errors.map(({ pointer, message }) => `${pointer || '/'} : ${message}`);
  return park('invalid_interaction', told.join(' · ').slice(0, 2000));
}
