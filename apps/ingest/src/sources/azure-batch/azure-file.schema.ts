import { z } from 'zod';
import { confidence, milliseconds } from '../seconds.js';
import { isoDuration, ticks } from './azure-time.js';

const number = z.int().min(0).max(1000).nullish();

/** Times in whichever of its units a version of the API writes. */
const timed = {
  offset: z.union([isoDuration, milliseconds]).nullish(),
  duration: z.union([isoDuration, milliseconds]).nullish(),
  offsetInTicks: ticks.nullish(),
  durationInTicks: ticks.nullish(),
  offsetMilliseconds: milliseconds.nullish(),
  durationMilliseconds: milliseconds.nullish(),
};

const batchPhrase = z.looseObject({
  ...timed,
  recognitionStatus: z.string().nullish(),
  channel: number,
  speaker: number,
  nBest: z
    .array(
      z.looseObject({
        confidence,
        display: z.string().nullish(),
        lexical: z.string().nullish(),
        words: z.array(z.looseObject({ word: z.string(), confidence })).nullish(),
      }),
    )
    .nullish(),
});

const fastPhrase = z.looseObject({ ...timed, channel: number, speaker: number, text: z.string(), confidence });

/** What the batch API writes for one recording, and what the fast API answers. */
export const azureFileSchema = z
  .looseObject({ source: z.string().nullish(), recognizedPhrases: z.array(batchPhrase).nullish(), phrases: z.array(fastPhrase).nullish() })
  .refine(({ recognizedPhrases, phrases }) => recognizedPhrases !== undefined || phrases !== undefined, 'attendu : « recognizedPhrases » ou « phrases »');
export type AzureFile = z.infer<typeof azureFileSchema>;
export type BatchPhrase = z.infer<typeof batchPhrase>;
export type FastPhrase = z.infer<typeof fastPhrase>;
