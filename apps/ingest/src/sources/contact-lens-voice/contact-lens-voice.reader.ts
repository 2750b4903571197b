import { connectRole } from '../connect-chat/connect-role.js';
import { jsonTranscriptReader } from '../json-transcript.reader.js';
import { ok, refuse, type Read } from '../refusal.js';
import type { ReadContext } from '../source-reader.js';
import { NOBODY, type Transcript, type Voice } from '../transcript.js';
import { contactLensFileSchema, type ContactLensFile } from './contact-lens-file.schema.js';
import { startInName } from './start-in-name.js';

/** A call analysed by Amazon Connect's Contact Lens, or by Transcribe Call Analytics. */
export const contactLensVoiceReader = jsonTranscriptReader({
  format: 'contact-lens-voice',
  title: "Transcription d'appel Contact Lens ou Transcribe Call Analytics (JSON)",
  detect: (shape) => shape.has('Transcript') && (shape.text('Channel') === 'VOICE' || shape.has('Transcript.BeginOffsetMillis')),
  schema: contactLensFileSchema,
  transcriptOf,
});

function transcriptOf(file: ContactLensFile, { fileName }: ReadContext): Read<Transcript> {
  const { JobStatus: status, CustomerMetadata: customer, JobName: job, Participants: participants, Transcript: said } = file;
  if (typeof status === 'string' && status !== 'COMPLETED') return refuse('no_text', `L'analyse n'est pas finie (« ${status.slice(0, 40)} »).`, '/JobStatus');
  const roles = new Map((participants ?? []).map(({ ParticipantId: id, ParticipantRole: role }) => [id ?? role, role]));
  const externalId = customer?.ContactId || job;
  const startedAt = startInName(fileName);
  return ok({
    ...(externalId && { externalId }),
    ...(startedAt !== undefined && { startedAt }),
    utterances: said.map(({ Id: id, Content: text, ParticipantId, ParticipantRole, BeginOffsetMillis: begin, EndOffsetMillis: end, Items: words }) => ({
      voice: voiceOf(ParticipantId ?? ParticipantRole, roles),
      text,
      ...(id && { id }),
      startMs: begin ?? undefined,
      endMs: end ?? undefined,
      words: words?.map(({ Content, Confidence }) => ({ text: Content, confidence: Confidence })),
    })),
  });
}

function voiceOf(id: string | null | undefined, roles: ReadonlyMap<string, string>): Voice {
  return id ? { id, role: connectRole(roles.get(id) ?? id) } : NOBODY;
}
