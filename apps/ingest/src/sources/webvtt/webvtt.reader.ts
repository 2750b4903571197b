import vtt from 'webvtt-parser';
import type { VttCue } from 'webvtt-parser';
import { decodeText } from '../decode-text.js';
import { HTML_ENTITIES } from '../html-entities.js';
import { inMebibytes, LIMITS } from '../limits.js';
import { refuse, type Read } from '../refusal.js';
import type { ReadContext, ReadItem, SourceReader } from '../source-reader.js';
import { interactionOfTranscript, NOBODY, type Utterance } from '../transcript.js';
import { labelsOf } from '../voice-prefix.js';
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
  const utterances = cues.value.flatMap((cue) =>
    utterancesOf(cue, labelsOf(context)).map(({ voice, text }): Utterance => ({ ...timing(cue), voice: voice === undefined ? NOBODY : { id: voice, name: voice }, text, id: cue.id })),
  );
  yield interactionOfTranscript({ utterances }, bytes, 'webvtt', context);
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

/** Seconds → milliseconds. */
const timing = ({ startTime, endTime }: VttCue): Pick<Utterance, 'startMs' | 'endMs'> => ({ startMs: startTime * 1000, endMs: endTime * 1000 });
