import { z } from 'zod';
import { confidence } from '../seconds.js';

/** Since 1970, or from the start: see startOf. */
const time = z.number().min(0).max(Date.UTC(2100, 0, 1)).nullish();
const duration = z.looseObject({ milliseconds: z.number().min(0).nullish() }).nullish();

const phrase = z.looseObject({
  text: z.string().nullish(),
  /** With capitals and punctuation. */
  decoratedText: z.string().nullish(),
  confidence,
  startTimeMs: time,
  duration,
  /** `internal` or `external`. */
  participantPurpose: z.string().max(100).nullish(),
  words: z.array(z.looseObject({ word: z.string().nullish(), decoratedWord: z.string().nullish(), confidence })).nullish(),
});
export type GenesysPhrase = z.infer<typeof phrase>;

const participant = z.looseObject({
  participantPurpose: z.string().max(100).nullish(),
  userId: z.string().max(200).nullish(),
  startTimeMs: time,
  endTimeMs: time,
});
export type GenesysParticipant = z.infer<typeof participant>;

/** What Genesys Cloud's `transcripturl` leads to; its analytics (sentiment, topics, acoustics) are not read. */
export const genesysFileSchema = z.looseObject({
  conversationId: z.string().max(200).nullish(),
  communicationId: z.string().max(200).nullish(),
  mediaType: z.string().nullish(),
  startTime: time,
  participants: z.array(participant).nullish(),
  transcripts: z.array(z.looseObject({ startTime: time, phrases: z.array(phrase).nullish() })),
});
export type GenesysFile = z.infer<typeof genesysFileSchema>;
