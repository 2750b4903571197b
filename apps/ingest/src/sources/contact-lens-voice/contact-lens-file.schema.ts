import { z } from 'zod';
import { confidence, milliseconds } from '../seconds.js';

const turn = z.looseObject({
  Id: z.string().nullish(),
  Content: z.string(),
  /** Contact Lens. */
  ParticipantId: z.string().max(200).nullish(),
  /** Transcribe Call Analytics. */
  ParticipantRole: z.string().max(200).nullish(),
  BeginOffsetMillis: milliseconds.nullish(),
  EndOffsetMillis: milliseconds.nullish(),
  /** Transcribe Call Analytics: word by word. */
  Items: z.array(z.looseObject({ Content: z.string(), Confidence: confidence })).nullish(),
});

/**
 * What Contact Lens writes after a call, and Transcribe Call Analytics with it; sentiments, loudness, interruptions, talk
 * times, categories and issues are not read.
 */
export const contactLensFileSchema = z.looseObject({
  JobStatus: z.string().nullish(),
  JobName: z.string().nullish(),
  CustomerMetadata: z.looseObject({ ContactId: z.string().nullish() }).nullish(),
  Participants: z.array(z.looseObject({ ParticipantId: z.string().nullish(), ParticipantRole: z.string() })).nullish(),
  Transcript: z.array(turn),
});
export type ContactLensFile = z.infer<typeof contactLensFileSchema>;
