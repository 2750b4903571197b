import { basename } from 'node:path';
import { decodeText } from '../decode-text.js';
import { accepted } from '../interaction-of.js';
import { parseJsonText } from '../json-text.js';
import { inMebibytes, LIMITS } from '../limits.js';
import { refuse } from '../refusal.js';
import type { ReadContext, ReadItem, SourceReader } from '../source-reader.js';
import { topLevelKeysOf } from '../top-level-keys.js';
import { linesOf } from './lines.js';

/** Diapason's own interactions: one object, an array of them, or one a line. */
export const canonicalReader: SourceReader = {
  format: 'canonical',
  title: 'Interactions Diapason (JSON, tableau JSON ou JSON par lignes)',
  extensions: ['.json', '.jsonl', '.ndjson'],
  mediaTypes: ['application/json', 'application/x-ndjson'],
  detect: (head) => {
    const keys = topLevelKeysOf(head);
    return keys.has('channel') && (keys.has('turns') || keys.has('externalId')) && !keys.has('format');
  },
  read: readWhole,
  streams: isLineFile,
  readStream: readLines,
};

/** Files by these names hold one interaction a line, whatever their size. */
export function isLineFile(fileName: string | undefined): boolean {
  return /\.(?:jsonl|ndjson)$/i.test(basename(fileName ?? ''));
}

async function* readWhole(bytes: Buffer, context: ReadContext): AsyncGenerator<ReadItem> {
  if (isLineFile(context.fileName)) {
    yield* readLines([bytes], context);
    return;
  }
  if (bytes.length > LIMITS.fileBytes) {
    yield refuse('too_large', `${inMebibytes(bytes.length)}, pour ${inMebibytes(LIMITS.fileBytes)} au plus : écrivez une interaction par ligne (.jsonl), sans limite de taille.`);
    return;
  }
  const text = decodeText(bytes);
  if (text.kind === 'refused') {
    yield text;
    return;
  }
  const json = parseJsonText(text.value);
  if (json.kind === 'ok') yield* readValue(json.value, context);
  else if (json.reason === 'not_json' && firstLineIsJson(text.value)) yield* readLines([bytes], context);
  else yield json;
}

function* readValue(value: unknown, context: ReadContext): Generator<ReadItem> {
  if (!Array.isArray(value)) {
    yield accepted(completed(value, context));
    return;
  }
  if (context.metadata !== undefined) {
    yield refuse('invalid_metadata', 'Un fichier de plusieurs interactions ne peut pas avoir de métadonnées à côté : écrivez-les dans chaque interaction.');
    return;
  }
  for (const [i, item] of value.entries()) yield accepted(completed(item, context), { place: `/${i}` });
}

async function* readLines(chunks: AsyncIterable<Buffer> | Iterable<Buffer>, context: ReadContext): AsyncGenerator<ReadItem> {
  for await (const { number, bytes, end } of linesOf(chunks, context.start)) {
    const place = `ligne ${number}`;
    if (bytes === null) {
      yield { ...refuse('too_large', `La ligne dépasse ${inMebibytes(LIMITS.lineBytes)}.`, place), end };
      continue;
    }
    const text = decodeText(bytes);
    if (text.kind === 'ok' && text.value.trim() === '') continue;
    const json = text.kind === 'ok' ? parseJsonText(text.value) : text;
    yield { ...(json.kind === 'ok' ? accepted(completed(json.value, context), { place }) : { ...json, place }), end };
  }
}

function firstLineIsJson(text: string): boolean {
  const line = text.trimStart().split('\n', 1)[0] ?? '';
  return line.trimEnd().endsWith('}') && parseJsonText(line).kind === 'ok';
}

/** What the sidecar and the caller know about an interaction, put where the interaction leaves it out or the sidecar corrects it. */
function completed(value: unknown, { metadata, source }: ReadContext): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const { speakers: _speakers, agentChannel: _agentChannel, channels: _channels, timeZone: _timeZone, dateOrder: _dateOrder, ...told } = metadata ?? {};
  return { ...(source !== undefined && { source }), ...value, ...told };
}
