import type { Participant, Turn } from '#domain';
import { boundedId } from '../bounded-id.js';
import { storable } from '../decode-text.js';
import { interactionOf } from '../interaction-of.js';
import { checkJson, parseJsonBytes } from '../json-text.js';
import { inMebibytes, LIMITS } from '../limits.js';
import { refuse, type Read } from '../refusal.js';
import type { ReadContext, ReadItem, SourceReader } from '../source-reader.js';
import { participantOf } from '../speaker.js';
import { topLevelKeysOf } from '../top-level-keys.js';
import { whisperFileSchema, type WhisperSegment } from './whisper-file.schema.js';
import { wordConfidences } from './word-confidence.js';

/** A call's transcript by Whisper or WhisperX: one segment is one turn. */
export const whisperReader: SourceReader = {
  format: 'whisper',
  title: "Transcription d'appel Whisper ou WhisperX (JSON)",
  extensions: ['.json'],
  mediaTypes: ['application/json'],
  detect: (head) => {
    const keys = topLevelKeysOf(head);
    return keys.has('segments') && !keys.has('format') && !keys.has('vcon');
  },
  read: readCall,
};

function* readCall(bytes: Buffer, context: ReadContext): Generator<ReadItem> {
  const segments = parseSegments(bytes);
  if (segments.kind === 'refused') {
    yield segments;
    return;
  }
  const participants = new Map<string, Participant>();
  const turns: Turn[] = [];
  for (const segment of segments.value) {
    const text = storable(segment.text.trim());
    if (text === '') continue;
    const label = boundedId(storable(segment.speaker?.trim() || 'unknown'), 200);
    if (!participants.has(label)) participants.set(label, participantOf({ id: label }, context));
    turns.push(turnOf(segment, text, label, turns.length));
  }
  yield interactionOf({ channel: 'phone', participants: [...participants.values()], turns }, bytes, 'whisper', context);
}

function parseSegments(bytes: Buffer): Read<readonly WhisperSegment[]> {
  if (bytes.length > LIMITS.fileBytes) return refuse('too_large', `Transcription de ${inMebibytes(bytes.length)}, pour ${inMebibytes(LIMITS.fileBytes)} au plus.`);
  const json = parseJsonBytes(bytes);
  if (json.kind === 'refused') return json;
  const file = checkJson(whisperFileSchema, json.value, 'invalid_file', 'Transcription Whisper');
  return file.kind === 'ok' ? { kind: 'ok', value: file.value.segments } : file;
}

/** Float seconds → whole milliseconds. */
function turnOf(segment: WhisperSegment, text: string, participantId: string, position: number): Turn {
  const offsetMs = Math.round(segment.start * 1000);
  const words = wordConfidences(text, segment.words ?? []);
  return {
    id: String(position),
    participantId,
    text,
    offsetMs,
    durationMs: Math.max(0, Math.round(segment.end * 1000) - offsetMs),
    ...(words.length > 0 && { words }),
  };
}
