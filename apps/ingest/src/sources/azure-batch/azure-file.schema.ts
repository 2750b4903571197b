import { z } from 'zod';
import { confidence, milliseconds } from '../seconds.js';

/** A tick is 100 ns. */
const TICKS_PER_MS = 10_000;
const ticks = z.number().min(0).transform((value) => value / TICKS_PER_MS);

const word = z.looseObject({ word: z.string().nullish(), text: z.string().nullish(), confidence });

const best = z.looseObject({ display: z.string().nullish(), lexical: z.string().nullish(), confidence, displayWords: z.array(z.looseObject({ displayText: z.string() })).nullish(), words: z.array(word).nullish() });

const number = z.union([z.int(), z.string().max(50)]).nullish();

const recognized = z.looseObject({
  recognitionStatus: z.string().nullish(),
  channel: number,
  speaker: number,
  /** Three ways to write the same: ticks, milliseconds (since 2024-11-15), an ISO 8601 duration, which is not read. */
  offsetInTicks: ticks.nullish(),
  durationInTicks: ticks.nullish(),
  offsetMilliseconds: milliseconds.nullish(),
  durationMilliseconds: milliseconds.nullish(),
  nBest: z.array(best).nullish(),
});
export type AzureRecognized = z.infer<typeof recognized>;

const fast = z.looseObject({
  channel: number,
  speaker: number,
  text: z.string(),
  offsetMilliseconds: milliseconds.nullish(),
  durationMilliseconds: milliseconds.nullish(),
  /** Early answers of the fast API: milliseconds too. */
  offset: milliseconds.nullish(),
  duration: milliseconds.nullish(),
  confidence,
  words: z.array(word).nullish(),
});
export type AzureFast = z.infer<typeof fast>;

/** What Azure's batch transcription (v3.2, 2024-11-15) writes, or its fast transcription answers. */
export const azureFileSchema = z.looseObject({
  source: z.string().nullish(),
  timestamp: z.string().nullish(),
  recognizedPhrases: z.array(recognized).nullish(),
  phrases: z.array(fast).nullish(),
});
export type AzureFile = z.infer<typeof azureFileSchema>;
