import type { StreamRecord } from '#domain';
import { STRUCTURED } from './cloud-event.js';
import { MAX_VALUE_BYTES } from './interaction.message.js';

export interface RecordNames {
  /** The organisation that the record says it belongs to, valid or not. */
  readonly organisation?: string;
  /** `Interaction.source`. */
  readonly source?: string;
}

/** What a record that cannot be taken in still says of itself: whose it is, and which system sent it. Never throws. */
export function namesOf({ headers, value }: StreamRecord): RecordNames {
  const isStructured = headers['content-type']?.toString('utf8').toLowerCase().startsWith(STRUCTURED) === true;
  const body = membersOf(value);
  const data = isStructured ? body?.['data'] : body;
  return {
    organisation: isStructured ? textOf(body, 'organisation') : headers['ce_organisation']?.toString('utf8'),
    source: textOf(data, 'source') ?? sourceIn(isStructured ? textOf(body, 'source') : headers['ce_source']?.toString('utf8')),
  };
}

/** As encodeInteraction writes it: `/organisations/<id>/sources/<source>`. */
function sourceIn(uri: string | undefined): string | undefined {
  const encoded = /\/sources\/([^/]+)$/.exec(uri ?? '')?.[1];
  try {
    return encoded === undefined ? undefined : decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

function membersOf(value: Buffer | null): Record<string, unknown> | undefined {
  if (value === null || value.length > MAX_VALUE_BYTES) return undefined;
  try {
    const parsed: unknown = JSON.parse(value.toString('utf8'));
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function textOf(value: unknown, name: string): string | undefined {
  const member = isObject(value) ? value[name] : undefined;
  return typeof member === 'string' && member !== '' ? member : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
