import { z } from 'zod';

/** Epoch microseconds, as a number or, being longer than some languages' numbers, as text. */
const microseconds = z.union([z.number().min(0), z.string().regex(/^\d{1,19}$/, 'attendu : des microsecondes depuis 1970').transform(Number)]);

const entry = z.looseObject({
  text: z.string(),
  role: z.string().max(200).nullish(),
  user_id: z.union([z.string().max(200), z.int().transform(String)]).nullish(),
  start_timestamp_usec: microseconds.nullish(),
});
export type CcaiEntry = z.infer<typeof entry>;

/** The neutral JSON that Google's Conversational Insights takes in and exports. */
export const ccaiInsightsFileSchema = z.looseObject({
  conversation_info: z.looseObject({ categories: z.array(z.looseObject({ display_name: z.string().max(200) })).nullish() }).nullish(),
  entries: z.array(entry),
});
export type CcaiInsightsFile = z.infer<typeof ccaiInsightsFileSchema>;
