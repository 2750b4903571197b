import { z } from 'zod';
import { confidence } from '../seconds.js';

const word = z.looseObject({ word: z.string(), confidence });

const phrase = z.looseObject({
  /** `text` is in lower case without punctuation; `decoratedText` is as people write. */
  text: z.string().nullish(),
  decoratedText: z.string().nullish(),
  participantPurpose: z.string().max(200).nullish(),
  /** Epoch milliseconds. */
  startTimeMs: z.number().min(0),
  duration: z.looseObject({ milliseconds: z.number().min(0) }).nullish(),
  confidence,
  words: z.array(word).nullish(),
});
export type GenesysPhrase = z.infer<typeof phrase>;

/** What a Genesys Cloud transcript URL gives; its analytics (sentiment, topics, acoustics) are not read. */
export const genesysFileSchema = z.looseObject({
  conversationId: z.string().max(200).nullish(),
  communicationId: z.string().max(200).nullish(),
  mediaType: z.string().nullish(),
  /** Epoch milliseconds. */
  startTime: z.number().min(0).nullish(),
  participants: z.array(z.looseObject({ participantPurpose: z.string().nullish(), userId: z.string().nullish() })).nullish(),
  transcripts: z.array(z.looseObject({ startTime: z.number().min(0).nullish(), phrases: z.array(phrase) })),
});
export type GenesysFile = z.infer<typeof genesysFileSchema>;
