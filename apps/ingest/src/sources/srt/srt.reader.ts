import { decodeText } from '../decode-text.js';
import { inMebibytes, LIMITS } from '../limits.js';
import { refuse } from '../refusal.js';
import type { ReadContext, ReadItem, SourceReader } from '../source-reader.js';
import { interactionOfTranscript, NOBODY, type Utterance } from '../transcript.js';
import { labelsOf, splitPrefix } from '../voice-prefix.js';
import { parseCues, type SrtCue } from './parse-cues.js';

const TIMING = /^(?:\ufeff)?\s*\d{1,7}[ \t]*\r?\n[ \t]*\d{1,3}:\d{1,2}:\d{1,2}[,.]\d{1,3}[ \t]*-->/;

/** A call's transcript as SubRip subtitles: one cue is one turn, or one for each line that begins with a dash or another voice. */
export const srtReader: SourceReader = {
  format: 'srt',
  title: "Transcription d'appel SubRip (.srt)",
  extensions: ['.srt'],
  mediaTypes: ['application/x-subrip'],
  detect: (head) => TIMING.test(startOf(head)),
  read: readCall,
};

/** The head's beginning as text, whatever the encoding; zeros of UTF-16 left out. */
const startOf = (head: Buffer): string => head.toString('latin1', 0, 400).replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '');

function* readCall(bytes: Buffer, context: ReadContext): Generator<ReadItem> {
  if (bytes.length > LIMITS.vttBytes) {
    yield refuse('too_large', `Transcription de ${inMebibytes(bytes.length)}, pour ${inMebibytes(LIMITS.vttBytes)} au plus.`);
    return;
  }
  const text = decodeText(bytes);
  const cues = text.kind === 'ok' ? parseCues(text.value) : text;
  if (cues.kind === 'refused') {
    yield cues;
    return;
  }
  const isKnownLabel = labelsOf(context);
  yield interactionOfTranscript({ utterances: cues.value.flatMap((cue) => utterancesOf(cue, isKnownLabel)) }, bytes, 'srt', context);
}

/** Line breaks are layout, except where a line names a voice. A voice named once goes on to the end of its cue. */
function utterancesOf({ number, startMs, endMs, lines }: SrtCue, isKnownLabel: (label: string) => boolean): Utterance[] {
  const said: { voice?: string; text: string }[] = [];
  for (const line of lines) {
    const spoken = splitPrefix(line, isKnownLabel);
    const last = said.at(-1);
    if (last !== undefined && spoken.voice === undefined) last.text += ` ${spoken.text}`;
    else said.push({ ...spoken });
  }
  return said.map(({ voice, text }) => ({ voice: voice === undefined ? NOBODY : { id: voice, name: voice }, text, id: number, startMs, endMs }));
}
