import { z } from 'zod';
import { deepgramFileSchema } from '../deepgram/deepgram-file.schema.js';
import { utterancesOfDeepgram } from '../deepgram/deepgram.reader.js';
import { checkJson } from '../json-text.js';
import { LIMITS } from '../limits.js';
import { ok, refuse, type Read } from '../refusal.js';
import { confidence, seconds } from '../seconds.js';
import { secondsOrInstantField, textField } from '../thread/fields.js';
import { splitPrefix } from '../voice-prefix.js';
import type { HeardWord } from '../word-confidence.js';
import { parsedOr } from './content.js';

/** One utterance of a transcript, before it is known which party spoke. */
export interface Said {
  /** As the transcriber tells voices apart: `Agent`, `SPEAKER_00`, `speaker_1`, a party's name. */
  readonly speaker?: string;
  /** Index into `parties`, where the transcript says it. */
  readonly party?: number;
  /** Audio channel, from 0. */
  readonly channel?: string;
  readonly text: string;
  /** Milliseconds from the dialog's start. */
  readonly startMs?: number;
  readonly endMs?: number;
  /** Milliseconds since the epoch, where the transcript counts so. */
  readonly at?: number;
  readonly words?: readonly HeardWord[];
  readonly confidence?: number | null;
}

const index = z.int().min(0);

const word = z.looseObject({ word: textField, text: textField, confidence, probability: confidence, score: confidence });

/** A line of what vCon tools write: `{ speaker, message }`, `{ parties, start, duration, text }`, Whisper's segments. */
const line = z.looseObject({
  speaker: z.union([z.string().max(200), z.int()]).nullish(),
  speaker_name: textField,
  party: index.nullish(),
  parties: z.union([index, z.array(index)]).nullish(),
  text: textField,
  message: textField,
  transcript: textField,
  content: textField,
  /** Seconds from the dialog's start, or an instant: no dialog lasts since 1970. */
  start: z.union([seconds, secondsOrInstantField.transform((at) => new Date(at))]).nullish(),
  end: seconds.nullish().catch(undefined),
  duration: seconds.nullish(),
  confidence,
  words: z.array(word).nullish(),
});
type Line = z.infer<typeof line>;
/** More is refused before it is looked at one by one. */
const lines = z.array(line).max(LIMITS.turns);

/** What `splitPrefix` needs to know of labels. */
type IsLabel = (label: string) => boolean;

/**
 * Who said what, from the body of a transcript, whose shape is its vendor's: an array of lines, Whisper's `segments`,
 * Deepgram's answer or one alternative of it, a text with or without « Agent : » before its lines.
 * @param isLabel whether a word before a colon names a speaker
 * @param place where the body stands
 */
export function saidIn(body: unknown, isLabel: IsLabel, place: string): Read<Said[]> {
  const value = typeof body === 'string' ? parsedOr(body) : body;
  if (typeof value === 'string') return ok(saidInText(value, isLabel));
  if (Array.isArray(value)) return saidInLines(value, place);
  if (value === null || typeof value !== 'object') return unknownShape(place);
  const has = (name: string): boolean => Object.hasOwn(value, name);
  const member = (name: string): unknown => (has(name) ? Reflect.get(value, name) : undefined);
  if (has('results')) return saidByDeepgram(value, place);
  for (const name of ['segments', 'messages', 'transcript']) if (Array.isArray(member(name))) return saidInLines(member(name), `${place}/${name}`);
  if (Array.isArray(member('words')) && has('transcript')) return saidByDeepgram({ results: { channels: [{ alternatives: [value] }] } }, place);
  const text = member('text') ?? member('transcript');
  return typeof text === 'string' ? ok(saidInText(text, isLabel)) : unknownShape(place);
}

const unknownShape = (place: string): Read<Said[]> =>
  refuse('invalid_file', 'vCon : forme de transcription inconnue. Formes connues : liste de { speaker, message } ou de { parties, start, duration, text }, « segments » de Whisper, réponse de Deepgram, texte.', place);

function saidInLines(value: unknown, place: string): Read<Said[]> {
  const read = checkJson(lines, value, 'invalid_file', 'Transcription du vCon');
  return read.kind === 'ok' ? ok(read.value.map(saidInLine)) : { ...read, place: read.place === '/' ? place : `${place}${read.place ?? ''}` };
}

function saidInLine(one: Line): Said {
  const speaker = one.speaker ?? one.speaker_name;
  const party = one.party ?? (typeof one.parties === 'number' ? one.parties : one.parties?.length === 1 ? one.parties[0] : undefined);
  const startMs = typeof one.start === 'number' ? one.start : undefined;
  const at = one.start instanceof Date ? one.start.getTime() : undefined;
  const from = startMs ?? (at === undefined ? undefined : 0);
  const lasts = one.duration ?? (typeof one.end === 'number' && startMs !== undefined ? one.end - startMs : undefined);
  return {
    ...(speaker !== null && speaker !== undefined && speaker !== '' && { speaker: typeof speaker === 'number' ? `speaker_${speaker}` : speaker }),
    ...(typeof party === 'number' && { party }),
    text: one.text ?? one.message ?? one.transcript ?? one.content ?? '',
    ...(startMs !== undefined && { startMs }),
    ...(at !== undefined && { at }),
    ...(from !== undefined && typeof lasts === 'number' && lasts >= 0 && { endMs: from + lasts }),
    ...(one.words && { words: one.words.map((heard) => ({ text: heard.word ?? heard.text ?? '', confidence: heard.confidence ?? heard.probability ?? heard.score })) }),
    confidence: one.confidence,
  };
}

function saidByDeepgram(value: unknown, place: string): Read<Said[]> {
  const file = checkJson(deepgramFileSchema, value, 'invalid_file', 'Transcription Deepgram du vCon');
  if (file.kind === 'refused') return { ...file, place };
  return ok(
    utterancesOfDeepgram(file.value).map(({ voice, text, startMs, endMs, words, confidence: heard }) => ({
      speaker: voice.id,
      ...(voice.channel !== undefined && { channel: voice.channel }),
      text,
      ...(startMs !== undefined && { startMs }),
      ...(endMs !== undefined && { endMs }),
      ...(words !== undefined && { words }),
      confidence: heard,
    })),
  );
}

/** One utterance for each line that names its speaker; lines that name none belong to the one before. */
function saidInText(text: string, isLabel: IsLabel): Said[] {
  const said: { speaker?: string; text: string }[] = [];
  for (const written of text.split('\n')) {
    const { voice, text: words } = splitPrefix(written.trim(), isLabel);
    const before = said.at(-1);
    if (voice !== undefined || before === undefined) said.push({ ...(voice !== undefined && { speaker: voice }), text: words });
    else before.text += `\n${words}`;
  }
  return said;
}
