import { CHANNELS, SPEAKER_ROLES, type Interaction } from '#domain';
import { z } from 'zod';
import { frenchError, jsonPointer } from './french-errors.js';

/** A message value larger than this is refused: brokers refuse records over 1 MiB by default, headers included. */
export const MAX_VALUE_BYTES = 1_000_000;
export const MAX_TURNS = 10_000;
/** Ten years: the offsets of a mail thread; past it, the source has mixed up its units. */
const MAX_MILLISECONDS = 315_576_000_000;
const MAX_ERRORS = 20;

export const words = (max: number) => z.string().max(max);
/**
 * Stores replace what they cannot keep (U+0000, half a surrogate pair), which is harmless in a text; but two ids that
 * differ only there would become one.
 */
export const named = (max: number) =>
  words(max)
    .min(1)
    .refine((text) => !/\p{Surrogate}|\0/u.test(text), 'caractère refusé ; permis : tous sauf U+0000 et les demi-paires UTF-16');

/** Offsets beyond ±15:59 and years before 1970 are refused by stores or are a source's mistake. */
export const instant = z.iso
  .datetime({ offset: true })
  .max(40)
  .refine((text) => !(Date.parse(text) < 0) && !/[+-](?:1[6-9]|2\d):\d\d$/.test(text), {
    message: 'instant hors limites ; permis : année 1970 à 9999, décalage de -15:59 à +15:59',
  });
const milliseconds = z.int().min(0).max(MAX_MILLISECONDS);

const participantSchema = z.strictObject({
  id: named(200).describe('Unique within the interaction; turns point to it.'),
  role: z.enum(SPEAKER_ROLES).describe('Unknown stays `unknown`: no agent rule runs on it.'),
  roleGuessed: z.boolean().optional(),
  ref: named(200).optional().describe("The agent's or customer's id in the company's systems."),
  name: words(200).optional(),
  team: z.strictObject({ ref: named(200), name: words(200).optional() }).optional(),
});

const wordSchema = z.strictObject({
  start: z.int().min(0).describe('UTF-16 offset into the text, inclusive.'),
  end: z.int().min(0).describe('UTF-16 offset into the text, exclusive.'),
  confidence: z.number().min(0).max(1),
});

const turnSchema = z.strictObject({
  id: named(200).describe('Unique within the interaction.'),
  participantId: named(200).describe('The `id` of one of the participants.'),
  text: words(MAX_VALUE_BYTES).describe('The original words, untouched.'),
  offsetMs: milliseconds.optional().describe("Milliseconds from the interaction's start."),
  durationMs: milliseconds.optional(),
  private: z.boolean().optional().describe('An internal note: kept, never analysed as said to the customer.'),
  words: z.array(wordSchema).optional(),
});

/** The canonical interaction as JSON: HTTP body, message value and OpenAPI schema. Unknown keys are refused. */
export const interactionSchema = z
  .strictObject({
    source: named(100).describe('The system it came from, e.g. `chatwoot` or `mailbox`.'),
    externalId: named(256).describe('Its id there: with `source` it identifies the interaction for ever.'),
    revision: z.int().min(1).max(2_147_483_647).default(1).describe('A higher revision replaces a lower one whole.'),
    channel: z.enum(CHANNELS),
    startedAt: instant.describe('RFC 3339 with offset.'),
    endedAt: instant.optional(),
    direction: z.enum(['inbound', 'outbound']).optional(),
    subject: words(2000).optional(),
    caseRef: named(200).optional().describe('The matter that ties interactions together.'),
    queue: named(200).optional(),
    tags: z.array(named(200)).max(100).optional(),
    participants: z.array(participantSchema).min(1).max(500),
    turns: z.array(turnSchema).min(1).max(MAX_TURNS),
  })
  .superRefine(refuseLooseEnds)
  .meta({ id: 'SentInteraction', title: 'Interaction' });

export interface InteractionError {
  /** RFC 6901 JSON pointer into the value; '' is the value itself. */
  readonly pointer: string;
  /** In French, with what is allowed. */
  readonly message: string;
}
export type ParsedInteraction =
  | { readonly ok: true; readonly interaction: Interaction }
  | { readonly ok: false; readonly errors: readonly InteractionError[] };

/**
 * Reads a canonical interaction from parsed JSON; its size as JSON is at most MAX_VALUE_BYTES.
 * Never throws; at most 20 errors are told.
 */
export function parseInteraction(value: unknown): ParsedInteraction {
  const parsed = checkInteraction(value);
  if (!parsed.ok) return parsed;
  const bytes = Buffer.byteLength(JSON.stringify(parsed.interaction));
  if (bytes <= MAX_VALUE_BYTES) return parsed;
  return { ok: false, errors: [{ pointer: '', message: `trop grand : ${bytes} octets ; au plus ${MAX_VALUE_BYTES}` }] };
}

/** As parseInteraction, for a value whose size is known already. */
export function checkInteraction(value: unknown): ParsedInteraction {
  const parsed = interactionSchema.safeParse(value, { error: frenchError });
  if (parsed.success) return { ok: true, interaction: parsed.data };
  const errors = parsed.error.issues.flatMap((issue) => {
    const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, MAX_ERRORS) : [null];
    return extra.map((key) => ({
      pointer: jsonPointer(key === null ? issue.path : [...issue.path, key]),
      message: issue.message,
    }));
  });
  return { ok: false, errors: errors.slice(0, MAX_ERRORS) };
}

/** What no single field can tell: who speaks exists, ids are unique, words lie inside the text. */
function refuseLooseEnds(interaction: Interaction, context: z.RefinementCtx): void {
  const refuse = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message });
  const participants = new Set<string>();
  interaction.participants.forEach(({ id }, at) => {
    if (participants.has(id)) refuse(['participants', at, 'id'], `identifiant en double : ${id}`);
    participants.add(id);
  });
  const turns = new Set<string>();
  interaction.turns.forEach((turn, at) => {
    if (turns.has(turn.id)) refuse(['turns', at, 'id'], `identifiant en double : ${turn.id}`);
    turns.add(turn.id);
    if (!participants.has(turn.participantId)) {
      const allowed = [...participants].slice(0, 10).join(', ');
      refuse(['turns', at, 'participantId'], `participant inconnu : ${turn.participantId} ; permis : ${allowed}`);
    }
    turn.words?.forEach((word, wordAt) => {
      if (word.start < word.end && word.end <= turn.text.length) return;
      const allowed = `0 ≤ start < end ≤ ${turn.text.length}`;
      refuse(['turns', at, 'words', wordAt], `mot hors du texte : ${word.start} à ${word.end} ; permis : ${allowed}`);
    });
  });
}
