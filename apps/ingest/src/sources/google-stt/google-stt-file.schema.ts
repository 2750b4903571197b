import { z } from 'zod';
import { confidence, secondsText } from '../seconds.js';

const word = z.looseObject({
  word: z.string(),
  /** v1 and v2 of the API. */
  startTime: secondsText.nullish(),
  startOffset: secondsText.nullish(),
  endTime: secondsText.nullish(),
  endOffset: secondsText.nullish(),
  confidence,
  speakerTag: z.int().min(0).max(1000).nullish(),
  speakerLabel: z.string().max(200).nullish(),
});
export type SttWord = z.infer<typeof word>;

const result = z.looseObject({
  channelTag: z.int().min(0).max(1000).nullish(),
  alternatives: z.array(z.looseObject({ transcript: z.string().nullish(), confidence, words: z.array(word).nullish() })).nullish(),
});
export type SttResult = z.infer<typeof result>;

const results = z.looseObject({ results: z.array(result) });

/** Recognition results of Google Cloud Speech-to-Text, by themselves or in the answer of a long operation. */
export const googleSttFileSchema = z.union([results, z.looseObject({ response: results }).transform(({ response }) => response)]);
export type GoogleSttFile = z.infer<typeof googleSttFileSchema>;
