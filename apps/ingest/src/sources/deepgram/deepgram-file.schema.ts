import { z } from 'zod';
import { confidence, seconds } from '../seconds.js';

const word = z.looseObject({
  word: z.string(),
  /** With `punctuate` or `smart_format`. */
  punctuated_word: z.string().nullish(),
  start: seconds,
  end: seconds,
  confidence,
  speaker: z.int().min(0).nullish(),
});

const utterance = z.looseObject({
  id: z.string().nullish(),
  start: seconds,
  end: seconds,
  confidence,
  channel: z.int().min(0).nullish(),
  speaker: z.int().min(0).nullish(),
  transcript: z.string(),
  words: z.array(word).nullish(),
});

const channel = z.looseObject({ alternatives: z.array(z.looseObject({ transcript: z.string().nullish(), words: z.array(word).nullish() })).nullish() });

/** What Deepgram's pre-recorded API answers; its summaries, sentiments, intents and topics are not read. */
export const deepgramFileSchema = z.looseObject({
  metadata: z.looseObject({ request_id: z.string().nullish() }).nullish(),
  results: z.looseObject({ channels: z.array(channel).max(64), utterances: z.array(utterance).nullish() }),
});
export type DeepgramFile = z.infer<typeof deepgramFileSchema>;
export type DeepgramWord = z.infer<typeof word>;
