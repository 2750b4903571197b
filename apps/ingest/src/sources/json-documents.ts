import { decodeText } from './decode-text.js';
import { parseJsonText } from './json-text.js';
import { inMebibytes, LIMITS } from './limits.js';
import { ok, refuse, type Read } from './refusal.js';

export interface JsonDocument {
  readonly value: unknown;
  /** A JSON pointer, `ligne 3`, or '' for the whole file. */
  readonly place: string;
}

/** The value of a file of JSON, or its values where there is one a line. */
export function* jsonRoots(bytes: Buffer): Generator<Read<JsonDocument>> {
  if (bytes.length > LIMITS.fileBytes) {
    yield refuse('too_large', `Fichier de ${inMebibytes(bytes.length)}, pour ${inMebibytes(LIMITS.fileBytes)} au plus.`);
    return;
  }
  const text = decodeText(bytes);
  if (text.kind === 'refused') {
    yield text;
    return;
  }
  const json = parseJsonText(text.value);
  if (json.kind === 'ok') yield ok({ value: json.value, place: '' });
  else if (json.reason === 'not_json' && isLines(text.value)) yield* linesOf(text.value);
  else yield json;
}

/** As jsonRoots, with the elements of an array, or of an object's member `envelope` when that is an array, one by one. */
export function* jsonDocuments(bytes: Buffer, envelope?: string): Generator<Read<JsonDocument>> {
  for (const root of jsonRoots(bytes)) {
    if (root.kind === 'ok' && root.value.place === '') yield* elementsOf(root.value.value, envelope);
    else yield root;
  }
}

function* elementsOf(value: unknown, envelope: string | undefined): Generator<Read<JsonDocument>> {
  const wrapped = envelope === undefined ? undefined : memberOf(value, envelope);
  const [list, at] = Array.isArray(wrapped) ? [wrapped, `/${envelope}`] : [value, ''];
  if (!Array.isArray(list)) yield ok({ value, place: '' });
  else if (list.length === 0) yield refuse('no_text', 'Le fichier ne contient aucune conversation.');
  else for (const [i, element] of list.entries()) yield ok({ value: element, place: list.length === 1 && at === '' ? '' : `${at}/${i}` });
}

const memberOf = (value: unknown, name: string): unknown => (value !== null && typeof value === 'object' && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined);

/** JSON lines begin with a line that is JSON by itself; anything else is one value that is broken. */
const isLines = (text: string): boolean => parseJsonText(text.trimStart().split('\n', 1)[0] ?? '').kind === 'ok';

function* linesOf(text: string): Generator<Read<JsonDocument>> {
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const place = `ligne ${i + 1}`;
    const json = parseJsonText(line);
    yield json.kind === 'ok' ? ok({ value: json.value, place }) : { ...json, place };
  }
}
