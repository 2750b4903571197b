import { z } from 'zod';
import { confidence, milliseconds } from '../seconds.js';

/** `A`, `1`, `2B`; the API writes channels as text, older files as numbers. */
const label = z.union([z.string().max(200), z.int().transform(String)]).nullish();

const word = z.looseObject({ text: z.string(), start: milliseconds, end: milliseconds, confidence, speaker: label, channel: label });

const utterance = z.looseObject({
  text: z.string(),
  start: milliseconds,
  end: milliseconds,
  confidence,
  speaker: label,
  channel: label,
  words: z.array(word).nullish(),
});

/** What AssemblyAI answers for a transcript; its sentiments, entities, highlights and summaries are not read. */
export const assemblyaiFileSchema = z.looseObject({
  id: z.string().nullish(),
  status: z.string().nullish(),
  error: z.string().nullish(),
  text: z.string().nullish(),
  utterances: z.array(utterance).nullish(),
  words: z.array(word).nullish(),
});
export type AssemblyaiFile = z.infer<typeof assemblyaiFileSchema>;
export type AssemblyaiWord = z.infer<typeof word>;
