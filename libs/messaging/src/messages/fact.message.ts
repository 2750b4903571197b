import { PLEDGE_ACTS, type ReportedFact } from '#domain';
import { z } from 'zod';
import { frenchError, jsonPointer } from './french-errors.js';
import { type InteractionError, instant, named, words } from './interaction.message.js';

const MAX_ERRORS = 20;
const value = z.number().min(0).max(1_000_000_000);

/** What a company's system tells, as JSON: HTTP body, message value and OpenAPI schema. Unknown keys are refused. */
export const factSchema = z
  .strictObject({
    source: named(100).describe('The system that tells it, e.g. `erp`.'),
    externalId: named(256).describe('Its id there: with `source` it identifies the fact for ever.'),
    revision: z.int().min(1).max(2_147_483_647).default(1).describe('A higher revision replaces a lower one whole.'),
    customerRef: named(200).describe("The customer's id, as in interactions."),
    caseRef: named(200).optional().describe('The matter it belongs to; absent: whichever matter of the customer fits.'),
    act: z.enum(PLEDGE_ACTS).describe('What was done.'),
    at: instant.describe('RFC 3339 with offset: when it was done.'),
    object: words(200).optional().describe('What it was done to, in a few words.'),
    amount: z.union([z.strictObject({ value, currency: z.literal('EUR') }), z.strictObject({ value, unit: z.literal('%') })]).optional(),
  })
  .meta({ id: 'SentFact', title: 'Fact' });

export type ParsedFact = { readonly ok: true; readonly fact: ReportedFact } | { readonly ok: false; readonly errors: readonly InteractionError[] };

/** Reads a fact from parsed JSON. Never throws; at most 20 errors are told. */
export function checkFact(data: unknown): ParsedFact {
  const parsed = factSchema.safeParse(data, { error: frenchError });
  if (parsed.success) return { ok: true, fact: parsed.data };
  const errors = parsed.error.issues.flatMap((issue) => {
    const extra = issue.code === 'unrecognized_keys' ? issue.keys : [null];
    return extra.map((key) => ({ pointer: jsonPointer(key === null ? issue.path : [...issue.path, key]), message: issue.message }));
  });
  return { ok: false, errors: errors.slice(0, MAX_ERRORS) };
}
