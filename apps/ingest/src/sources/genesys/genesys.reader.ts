import { fromTheStart, type DatedUtterance } from '../absolute-times.js';
import { jsonTranscriptReader } from '../json-transcript.reader.js';
import { ok, type Read } from '../refusal.js';
import type { Transcript } from '../transcript.js';
import { genesysFileSchema, type GenesysFile, type GenesysPhrase } from './genesys-file.schema.js';
import { whoSpoke } from './who-spoke.js';

/** A conversation transcribed by Genesys Cloud: one phrase is one turn. */
export const genesysReader = jsonTranscriptReader({
  format: 'genesys',
  title: 'Transcription Genesys Cloud (JSON)',
  detect: (shape) => shape.has('transcripts.phrases') && ['conversationId', 'communicationId', 'organizationId'].some((key) => shape.has(key)),
  schema: genesysFileSchema,
  transcriptOf,
});

/** Media that people write in. */
const WRITTEN = /^(?:message|chat|webchat|messaging)$/i;

function transcriptOf(file: GenesysFile): Read<Transcript> {
  const opened = epoch(file.startTime) ?? least(file.transcripts.map(({ startTime }) => epoch(startTime)));
  const said = file.transcripts.flatMap(({ startTime, phrases }) => (phrases ?? []).map((phrase) => utteranceOf(phrase, epoch(startTime) ?? opened, file)));
  const dated = fromTheStart(said, opened);
  if (dated.kind === 'refused') return dated;
  // One leg of a conversation that was passed on is a file of its own; the conversation ties the legs together.
  const externalId = file.communicationId || file.conversationId;
  return ok({ ...dated.value, ...(externalId && { externalId }), ...(file.conversationId && { caseRef: file.conversationId }), channel: WRITTEN.test(file.mediaType ?? '') ? 'chat' : 'phone' });
}

function utteranceOf(phrase: GenesysPhrase, opened: number | undefined, { participants }: GenesysFile): DatedUtterance {
  const at = epoch(phrase.startTimeMs) ?? (phrase.startTimeMs === null || phrase.startTimeMs === undefined ? undefined : (opened ?? 0) + phrase.startTimeMs);
  const lasted = phrase.duration?.milliseconds;
  const decorated = phrase.decoratedText || undefined;
  return {
    voice: whoSpoke(phrase.participantPurpose, at, participants ?? []),
    text: decorated ?? phrase.text ?? '',
    ...(at !== undefined && { at, ...(typeof lasted === 'number' && { until: at + lasted }) }),
    words: phrase.words?.map(({ word, decoratedWord, confidence }) => ({ text: (decorated === undefined ? word : (decoratedWord ?? word)) ?? '', confidence })),
    confidence: phrase.confidence,
  };
}

/** Numbers this small are counted from the start, not from 1970: 1973 in one reading, more than three years in the other. */
const SMALLEST_EPOCH_MS = 100_000_000_000;

const epoch = (time: number | null | undefined): number | undefined => (typeof time === 'number' && time >= SMALLEST_EPOCH_MS ? time : undefined);

const least = (times: readonly (number | undefined)[]): number | undefined => times.reduce((a, b) => (a === undefined ? b : b === undefined ? a : Math.min(a, b)), undefined);
