import { z } from 'zod';
import { REFUSAL_REASONS } from '../sources/refusal.js';

export const refusedItemSchema = z
  .object({
    file: z.string().optional().describe('Where several files were read.'),
    place: z.string().optional().describe('A JSON pointer or a line; absent for the whole file.'),
    format: z.string().optional().describe('As which it was read; absent when that is not known.'),
    reason: z.enum(REFUSAL_REASONS),
    detail: z.string().describe('What is wrong and what to do about it, French.'),
  })
  .meta({ id: 'RefusedItem' });
export type RefusedItem = z.infer<typeof refusedItemSchema>;

/** At most this many refusals are listed: an import of any size runs in constant memory. */
export const MAX_LISTED = 1_000;

const formatCountsSchema = z
  .object({
    format: z.string().nullable().describe('Null where the format could not be told.'),
    accepted: z.int(),
    duplicates: z.int(),
    refused: z.int(),
  })
  .meta({ id: 'FormatCounts' });
export type FormatCounts = z.infer<typeof formatCountsSchema>;

export const importSummarySchema = z
  .object({
    accepted: z.int().describe('Taken in, and cannot be lost.'),
    duplicates: z.int().describe('Kept already, in this revision or a higher one.'),
    refusedCount: z.int(),
    refused: z.array(refusedItemSchema).describe(`The first ${MAX_LISTED}.`),
    formats: z.array(formatCountsSchema).describe('The same counts, by format.'),
  })
  .meta({ id: 'ImportSummary' });
export type ImportSummary = z.infer<typeof importSummarySchema>;

/** How far an import is. */
export interface ImportProgress {
  readonly accepted: number;
  readonly duplicates: number;
  readonly refused: number;
}

export const exampleSummary: ImportSummary = {
  accepted: 2,
  duplicates: 1,
  refusedCount: 1,
  formats: [{ format: 'canonical', accepted: 2, duplicates: 1, refused: 1 }],
  refused: [{ place: 'ligne 3', format: 'canonical', reason: 'invalid_interaction', detail: 'Interaction invalide : /channel : valeur inconnue ; permis : email, chat, phone' }],
};
