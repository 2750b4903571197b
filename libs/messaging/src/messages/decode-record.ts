import { type Outcome, type StreamRecord, done, isOrganisationId, park } from '#domain';
import { isPlainJson, readCloudEvent, readPlainJson } from './cloud-event.js';
import { MAX_VALUE_BYTES } from './interaction.message.js';

/** What a record carries, before its data is looked at. */
export interface DecodedRecord {
  readonly organisationId: string;
  /** Parsed JSON. */
  readonly data: unknown;
}

/**
 * Reads a record that carries events of one type: a CloudEvent in binary or structured mode, or the data as plain JSON.
 * @param plainOrganisation whose plain JSON records are, since those name nobody; without it they are no CloudEvents
 */
export function decodeRecord(record: StreamRecord, type: string, plainOrganisation?: string): Outcome<DecodedRecord> {
  if (record.value === null || record.value.length === 0) return park('empty_value', 'le message est vide');
  if (record.value.length > MAX_VALUE_BYTES) {
    return park('too_large', `${record.value.length} octets ; au plus ${MAX_VALUE_BYTES}`);
  }
  if (plainOrganisation !== undefined && isPlainJson(record)) return decodePlain(record, plainOrganisation);
  const event = readCloudEvent(record);
  if (event.kind !== 'done') return event;
  const { type: found, organisation } = event.value.attributes;
  if (found !== type) return park('unsupported_type', `type ${found} ; permis : ${type}`);
  if (organisation === undefined || !isOrganisationId(organisation)) {
    return park('unknown_organisation', `attribut organisation ${organisation ?? 'absent'} ; attendu : un identifiant`);
  }
  return done({ organisationId: organisation, data: event.value.data });
}

function decodePlain(record: StreamRecord, organisationId: string): Outcome<DecodedRecord> {
  const data = readPlainJson(record);
  if (data.kind !== 'done') return data;
  if (typeof data.value === 'object' && data.value !== null && 'specversion' in data.value) {
    return park('not_cloudevent', 'un événement en mode structuré demande l’en-tête content-type: application/cloudevents+json');
  }
  return done({ organisationId, data: data.value });
}

/** Errors of the data as the detail of a dead letter. */
export const toldErrors = (errors: readonly { readonly pointer: string; readonly message: string }[]): string =>
  errors.map(({ pointer, message }) => `${pointer || '/'} : ${message}`).join(' · ').slice(0, 2000);
