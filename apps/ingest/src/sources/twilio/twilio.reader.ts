import { jsonTranscriptReader } from '../json-transcript.reader.js';
import { ok, refuse, type Read } from '../refusal.js';
import { NOBODY, type Transcript } from '../transcript.js';
import { twilioFileSchema, type TwilioFile } from './twilio-file.schema.js';

/** A call's transcript by Twilio: one sentence is one turn. */
export const twilioReader = jsonTranscriptReader({
  format: 'twilio',
  title: "Transcription d'appel Twilio Intelligence (phrases, JSON)",
  detect: (shape) => shape.has('sentences.transcript') && (shape.has('sentences.media_channel') || shape.has('sentences.sentence_index')),
  schema: twilioFileSchema,
  transcriptOf,
});

function transcriptOf({ meta, sentences }: TwilioFile): Read<Transcript> {
  if (meta?.next_page_url || meta?.previous_page_url) {
    return refuse('invalid_file', "Ce n'est qu'une page de la transcription : demandez toutes les phrases d'une fois (PageSize), ou réunissez les pages.", '/meta');
  }
  const externalId = sentences.find(({ transcript_sid: sid }) => sid)?.transcript_sid || /\/Transcripts\/(\w{1,100})\//.exec(meta?.url ?? '')?.[1];
  return ok({
    ...(externalId && { externalId }),
    utterances: sentences.map(({ sid, media_channel: channel, start_time: start, end_time: end, transcript, confidence, words }) => ({
      voice: typeof channel === 'number' ? { id: `channel_${channel}`, channel: String(channel) } : NOBODY,
      text: transcript,
      ...(sid && { id: sid }),
      startMs: start ?? undefined,
      endMs: end ?? undefined,
      words: words?.map(({ word, confidence: sure }) => ({ text: word, confidence: sure })),
      confidence,
    })),
  });
}
