import { CHANNELS, SPEAKER_ROLES } from '#domain';
import { z } from 'zod';
import { isTimeZone } from '../thread/local-time.js';
import { TIME_UNITS } from '../thread/time.js';
import { parsePath } from './json-path.js';

const path = z
  .string()
  .max(500)
  .transform((text, context) => {
    const parsed = parsePath(text);
    if (parsed.kind === 'ok') return parsed.value;
    context.addIssue({ code: 'custom', message: parsed.detail });
    return z.NEVER;
  });

const name = z.string().min(1).max(200);
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const ABSOLUTE = TIME_UNITS.filter((unit) => !unit.startsWith('offset-'));
/** A time is never read without its unit: seconds and milliseconds look alike. */
const instant = z.strictObject({ path, unit: z.enum(ABSOLUTE) });

/** `values` says which of the source's words means which of ours. */
const translated = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.strictObject({ path, values: z.record(z.string(), z.enum(words)), otherwise: z.enum(words).optional() });

/** Whether an element has one of these values there. */
const among = z.strictObject({ path, values: z.array(scalar).min(1).max(100) });

const people = z.strictObject({ list: path, key: path, name: path.optional(), address: path.optional(), ref: path.optional(), role: path.optional() });

const turns = z.strictObject({
  list: path,
  id: path.optional(),
  text: path,
  html: z.boolean().default(false),
  speaker: path.optional(),
  name: path.optional(),
  address: path.optional(),
  ref: path.optional(),
  role: path.optional(),
  time: z.strictObject({ path, unit: z.enum(TIME_UNITS) }).optional(),
  duration: z.strictObject({ path, unit: z.enum(['s', 'ms']) }).optional(),
  private: z.union([path, among], 'attendu : un chemin vers true ou false, ou { path, values: […] }').optional(),
  /** Elements of the list that are turns; all when absent. */
  keep: among.optional(),
});

/** A mapping file: where in a JSON of another system the parts of an interaction stand. */
export const mappingSchema = z.strictObject({
  /** The version of this language. */
  mapping: z.literal(1),
  source: name.max(100),
  /** Each value there is one conversation; without it the file's value, or each element when that is an array. */
  conversations: path.optional(),
  id: path,
  channel: z.union([z.enum(CHANNELS), translated(CHANNELS)], `champ obligatoire ; attendu : ${CHANNELS.join(', ')}, ou { path, values: { mot: ${CHANNELS[0]} } }`),
  start: instant.optional(),
  end: instant.optional(),
  updated: instant.optional(),
  timeZone: z.string().max(64).refine(isTimeZone, 'fuseau inconnu ; attendu un nom IANA, par exemple Europe/Paris').optional(),
  subject: path.optional(),
  caseRef: path.optional(),
  queue: path.optional(),
  tags: path.optional(),
  direction: translated(['inbound', 'outbound']).optional(),
  people: people.optional(),
  turns,
  roles: z.record(z.string(), z.enum(SPEAKER_ROLES)).default({}),
});
export type MappingSpec = z.infer<typeof mappingSchema>;
