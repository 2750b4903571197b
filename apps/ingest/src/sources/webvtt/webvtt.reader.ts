import type { Participant, Turn } from '#domain';
import vtt from 'webvtt-parser';
import type { VttCue } from 'webvtt-parser';
import { boundedId } from '../bounded-id.js';
import { decodeText, storable } from '../decode-text.js';
import { HTML_ENTITIES } from '../html-entities.js';
import { interactionOf } from '../interaction-of.js';
import { inMebibytes, LIMITS } from '../limits.js';
import { speakerMetadata } from '../metadata.js';
import { refuse, type Read } from '../refusal.js';
import type { ReadContext, ReadItem, SourceReader } from '../source-reader.js';
import { participantOf } from '../speaker.js';
import { utterancesOf } from './voices.js';

/** A call's transcript as subtitles: one voice in one cue is one turn. */
export const webvttReader: SourceReader = {
  format: 'webvtt',
  title: "Transcription d'appel WebVTT (.vtt)",
  extensions: ['.vtt'],
  mediaTypes: ['text/vtt'],
  detect: (head) => /^(?:\xef\xbb\xbf)?WEBVTT(?:[ \t\r\n]|$)/.test(head.toString('latin1', 0, 16)),
  read: readCall,
};

/** What the parser says when it leaves a cue out: words would be lost without a trace. */
const CUE_LOST = /^(?:No timestamp|Timestamp must start|No time unit|Must be exactly|No seconds|No decimal|Milliseconds must|You cannot have|No valid timestamp sep|Cue identifier)/;

/** More markup than any transcript has: the parser's time grows with its square, its stack with its nesting. */
const MAX_TAGS_PER_CUE = 500;

function* readCall(bytes: Buffer, context: ReadContext): Generator<ReadItem> {
  const cues = parseCues(bytes);
  if (cues.kind === 'refused') {
    yield cues;
    return;
  }
  const participants = new Map<string, Participant>();
  const turns: Turn[] = [];
  const ids = new Set<string>();
  const isKnownLabel = (label: string): boolean => speakerMetadata(context.metadata, [label]) !== undefined || context.directory?.byNameOf(label) !== undefined;
  for (const cue of cues.value) {
    for (const { voice, text } of utterancesOf(cue, isKnownLabel)) {
      const label = boundedId(storable(voice ?? 'unknown'), 200);
      if (!participants.has(label)) participants.set(label, participantOf({ id: label, ...(voice !== undefined && { name: label }) }, context));
      turns.push({ ...timing(cue), id: uniqueId(cue.id, turns.length, ids), participantId: label, text: storable(text) });
    }
  }
  yield interactionOf({ channel: 'phone', participants: [...participants.values()], turns }, bytes, 'webvtt', context);
}

function parseCues(bytes: Buffer): Read<readonly VttCue[]> {
  if (bytes.length > LIMITS.vttBytes) return refuse('too_large', `Transcription de ${inMebibytes(bytes.length)}, pour ${inMebibytes(LIMITS.vttBytes)} au plus.`);
  const text = decodeText(bytes);
  if (text.kind === 'refused') return text;
  if (text.value.split(/\n\r?\n|\r\r/).some((block) => block.split('<', MAX_TAGS_PER_CUE + 2).length > MAX_TAGS_PER_CUE + 1)) {
    return refuse('invalid_file', `Une réplique porte plus de ${MAX_TAGS_PER_CUE} balises.`);
  }
  const { cues, errors } = new vtt.WebVTTParser(HTML_ENTITIES).parse(text.value);
  if (errors[0]?.message.startsWith('No valid signature') === true) {
    return refuse('invalid_file', 'La première ligne doit être « WEBVTT ».', 'ligne 1');
  }
  const lost = errors.find(({ message }) => CUE_LOST.test(message));
  if (lost !== undefined) {
    const place = `ligne ${lost.line}`;
    return refuse('invalid_file', `Réplique illisible (${lost.message}) : attendu « 00:01:02.345 --> 00:01:06.789 », le texte, puis une ligne vide.`, place);
  }
  return { kind: 'ok', value: cues };
}

/** Seconds → whole milliseconds. */
function timing({ startTime, endTime }: VttCue): Pick<Turn, 'offsetMs' | 'durationMs'> {
  const offsetMs = Math.round(startTime * 1000);
  return { offsetMs, durationMs: Math.max(0, Math.round(endTime * 1000) - offsetMs) };
}

/** The cue's own id where it has one that no other turn bears. */
function uniqueId(cueId: string, position: number, taken: Set<string>): string {
  const own = boundedId(storable(cueId.trim()), 190);
  const id = own !== '' && !taken.has(own) ? own : `${own}#${position}`;
  taken.add(id);
  return id;
}
