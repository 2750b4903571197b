import type { SpeakerRole } from '#domain';
import { fromTheStart, type DatedUtterance } from '../absolute-times.js';
import { jsonTranscriptReader } from '../json-transcript.reader.js';
import { ok, type Read } from '../refusal.js';
import { NOBODY, type Transcript, type Voice } from '../transcript.js';
import { genesysFileSchema, type GenesysFile, type GenesysPhrase } from './genesys-file.schema.js';

/** A conversation's transcript by Genesys Cloud. */
export const genesysReader = jsonTranscriptReader({
  format: 'genesys',
  title: 'Transcription Genesys Cloud (JSON)',
  detect: (shape) => shape.has('transcripts.phrases') && ['conversationId', 'communicationId', 'organizationId'].some((key) => shape.has(key)),
  schema: genesysFileSchema,
  transcriptOf,
});

/**
 * Purposes of a participant in Genesys Cloud. `internal` and `external` are what transcripts say; who is internal, a person, a queue's
 * announcement or a voice menu, only the finer purposes tell.
 */
const ROLES: ReadonlyMap<string, SpeakerRole> = new Map<string, SpeakerRole>([
  ['external', 'customer'],
  ['customer', 'customer'],
  ['internal', 'agent'],
  ['agent', 'agent'],
  ['user', 'agent'],
  ['acd', 'system'],
  ['ivr', 'bot'],
  ['bot', 'bot'],
  ['workflow', 'system'],
]);

function transcriptOf(file: GenesysFile): Read<Transcript> {
  const said = file.transcripts.flatMap(({ phrases }) => phrases).map(utteranceOf);
  const openings = [file.startTime, ...file.transcripts.map(({ startTime }) => startTime)].flatMap((time) => time ?? []);
  const dated = fromTheStart(said, openings.length === 0 ? undefined : Math.min(...openings));
  if (dated.kind === 'refused') return dated;
  const externalId = file.communicationId || file.conversationId;
  const written = /chat|messag/i.test(file.mediaType ?? '');
  return ok({ ...dated.value, ...(externalId && { externalId }), ...(written && { channel: 'chat' }), ...(file.conversationId && { caseRef: file.conversationId }) });
}

function utteranceOf({ decoratedText, text, participantPurpose, startTimeMs, duration, confidence, words }: GenesysPhrase): DatedUtterance {
  return {
    voice: voiceOf(participantPurpose),
    text: decoratedText || text || '',
    at: startTimeMs,
    ...(duration && { until: startTimeMs + duration.milliseconds }),
    confidence,
    words: words?.map(({ word, confidence: sure }) => ({ text: word, confidence: sure })),
  };
}

function voiceOf(purpose: string | null | undefined): Voice {
  if (!purpose) return NOBODY;
  const role = ROLES.get(purpose.toLowerCase());
  return { id: purpose, ...(role !== undefined && { role }) };
}
