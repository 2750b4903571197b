import { z } from 'zod';

/** A week: past it, a source has mixed up its units. */
const LONGEST_S = 7 * 24 * 3600;

/** Float seconds from the start → milliseconds. */
export const seconds = z.number().min(0).max(LONGEST_S).transform((value) => value * 1000);

/** Milliseconds from the start. */
export const milliseconds = z.number().min(0).max(LONGEST_S * 1000);

/** Seconds from the start written as text, `"4.87"` or `"1.200s"` → milliseconds. */
export const secondsText = z
  .string()
  .regex(/^\d{1,7}(?:\.\d{1,12})?s?$/, 'attendu : des secondes, par exemple "4.87"')
  .transform((text) => Number.parseFloat(text) * 1000)
  .refine((value) => value <= LONGEST_S * 1000, 'plus d’une semaine');

/** 0 to 1, as a number or as text; anything else is no confidence. */
export const confidence = z.union([z.number(), z.string().transform(Number)]).nullish().catch(undefined).transform((value) => (value === null || value === undefined || Number.isNaN(value) ? undefined : value));
