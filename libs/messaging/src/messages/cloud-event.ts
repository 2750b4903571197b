import { type Outcome, type StreamRecord, done, jsonErrorAt, lineAndColumnOf, park } from '#domain';

/** The attributes of a CloudEvent 1.0 that Diapason reads and writes; extensions are lower-case letters and digits. */
export interface CloudEventAttributes {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time?: string;
  readonly subject?: string;
  readonly organisation?: string;
}

export interface CloudEventRecord {
  readonly attributes: CloudEventAttributes;
  /** Parsed JSON. */
  readonly data: unknown;
}

const REQUIRED = ['specversion', 'id', 'source', 'type'];
/** Media type of an event that is one JSON object, attributes and data together. */
export const STRUCTURED = 'application/cloudevents+json';
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Kafka protocol binding 1.0.2 §3.2: attributes as `ce_` headers, the data as the value. */
export function binaryHeaders(event: CloudEventAttributes): Record<string, string> {
  const headers: Record<string, string> = { ce_specversion: '1.0', 'content-type': 'application/json' };
  for (const [name, value] of Object.entries(event)) if (value !== undefined) headers[`ce_${name}`] = String(value);
  return headers;
}

/** Reads a record in binary or structured JSON mode (§3.2, §3.3); batches are not part of the Kafka binding. */
export function readCloudEvent(record: StreamRecord): Outcome<CloudEventRecord> {
  const contentType = header(record, 'content-type')?.toLowerCase() ?? 'application/json';
  return contentType.startsWith(STRUCTURED) ? readStructured(record) : readBinary(record, contentType);
}

/**
 * Whether a record carries JSON and nothing of a CloudEvent: no `ce_` header, and a content type that is JSON's or none.
 * Such records come from producers that know nothing of CloudEvents.
 */
export const isPlainJson = (record: StreamRecord): boolean =>
  !Object.keys(record.headers).some((name) => name.startsWith('ce_')) && isJsonType(header(record, 'content-type')?.toLowerCase() ?? 'application/json');

/** The value of a record as JSON. */
export const readPlainJson = (record: StreamRecord): Outcome<unknown> => parseJson(record.value);

const isJsonType = (contentType: string): boolean =>
  /^(?:application|text)\/(?:[\w.-]+\+)?json\b/.test(contentType) && !contentType.startsWith('application/cloudevents');

function readBinary(record: StreamRecord, contentType: string): Outcome<CloudEventRecord> {
  const attributes = checkAttributes((name) => header(record, `ce_${name}`), 'ce_');
  if (attributes.kind !== 'done') return attributes;
  if (!isJsonType(contentType)) {
    return park('not_json', `content-type ${contentType} ; permis : application/json`);
  }
  const data = parseJson(record.value);
  return data.kind === 'done' ? done({ attributes: attributes.value, data: data.value }) : data;
}

function readStructured(record: StreamRecord): Outcome<CloudEventRecord> {
  const parsed = parseJson(record.value);
  if (parsed.kind !== 'done') return parsed;
  const event = parsed.value;
  if (event === null || typeof event !== 'object' || Array.isArray(event)) {
    return park('not_cloudevent', 'un événement en mode structuré est un objet JSON');
  }
  const members = new Map<string, unknown>(Object.entries(event));
  const attributes = checkAttributes((name) => {
    const value = members.get(name);
    return typeof value === 'string' ? value : undefined;
  }, '');
  if (attributes.kind !== 'done') return attributes;
  const dataType = members.get('datacontenttype') ?? 'application/json';
  if (typeof dataType !== 'string' || !isJsonType(dataType.toLowerCase())) {
    return park('not_json', `datacontenttype ${JSON.stringify(dataType)} ; permis : application/json`);
  }
  const base64 = members.get('data_base64');
  if (base64 !== undefined && members.has('data')) return park('not_cloudevent', 'data et data_base64 à la fois ; permis : l’un des deux');
  if (typeof base64 !== 'string') return done({ attributes: attributes.value, data: members.get('data') });
  const data = parseJson(Buffer.from(base64, 'base64'));
  return data.kind === 'done' ? done({ attributes: attributes.value, data: data.value }) : data;
}

function checkAttributes(read: (name: string) => string | undefined, prefix: string): Outcome<CloudEventAttributes> {
  const [version, id, source, type] = [read('specversion'), read('id'), read('source'), read('type')];
  if (!version || !id || !source || !type) {
    const missing = REQUIRED.filter((name) => !read(name)).map((name) => prefix + name);
    return park('not_cloudevent', `attributs manquants : ${missing.join(', ')}`);
  }
  if (version !== '1.0') return park('not_cloudevent', `${prefix}specversion ${version} ; permis : 1.0`);
  const [time, subject, organisation] = [read('time'), read('subject'), read('organisation')];
  return done({ id, source, type, time, subject, organisation });
}

const header = (record: StreamRecord, name: string): string | undefined => record.headers[name]?.toString('utf8');

function parseJson(value: Buffer | null): Outcome<unknown> {
  let text: string;
  try {
    text = utf8.decode(value ?? Buffer.alloc(0));
  } catch {
    return park('not_json', 'le texte n’est pas de l’UTF-8');
  }
  try {
    return done(JSON.parse(text));
  } catch {
    const { line, column } = lineAndColumnOf(text, jsonErrorAt(text) ?? text.length);
    return park('not_json', `JSON invalide à la ligne ${line}, colonne ${column}`);
  }
}
