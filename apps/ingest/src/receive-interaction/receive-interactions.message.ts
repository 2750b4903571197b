import type { Interaction } from '#domain';
import { interactionSchema, MAX_VALUE_BYTES, parseInteraction } from '#messaging';
import { checkBySchema, pointerOf, ProblemException, type ProblemError } from '#runtime';
import { z } from 'zod';

export const MAX_BATCH = 1_000;
/** The body of a whole batch, in bytes. */
export const MAX_BATCH_BYTES = 32 * 1024 * 1024;

export const receivedSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid().describe('Its id in Diapason.'),
        source: z.string(),
        externalId: z.string(),
        revision: z.int(),
        status: z.enum(['accepted', 'duplicate', 'superseded']).describe('`duplicate`: this revision is kept already; `superseded`: a higher one is.'),
      }),
    ),
  })
  .meta({ id: 'ReceivedInteractions' });
export type ReceivedInteractions = z.infer<typeof receivedSchema>;

/**
 * The body of a request as interactions: one object, or an array of up to MAX_BATCH.
 * @throws ProblemException 422 naming each wrong field by its JSON pointer, 413 for an interaction too large
 */
export function parseBody(body: unknown): readonly Interaction[] {
  if (!Array.isArray(body)) return [valid(body, [])];
  if (body.length === 0 || body.length > MAX_BATCH) {
    throw new ProblemException(422, 'invalid_interaction', {
      fr: `Un lot compte de 1 à ${MAX_BATCH} interactions ; celui-ci en compte ${body.length}.`,
      en: `A batch has 1 to ${MAX_BATCH} interactions; this one has ${body.length}.`,
    });
  }
  return body.map((item, i) => valid(item, [i]));
}

function valid(value: unknown, at: readonly PropertyKey[]): Interaction {
  const parsed = parseInteraction(value);
  if (parsed.ok) return parsed.interaction;
  if (isTooLarge(value)) {
    throw new ProblemException(
      413,
      'payload_too_large',
      { fr: `Une interaction compte au plus ${MAX_VALUE_BYTES} octets de JSON.`, en: `An interaction has at most ${MAX_VALUE_BYTES} bytes of JSON.` },
      [{ pointer: pointerOf(at), detail: { fr: 'trop grande', en: 'too large' } }],
    );
  }
  const checked = checkBySchema(interactionSchema, value, at);
  const told: readonly ProblemError[] = checked.ok ? [] : checked.errors;
  const which = at.length === 0 ? '' : ` n° ${Number(at[0]) + 1}`;
  throw new ProblemException(
    422,
    'invalid_interaction',
    { fr: `L’interaction${which} n’est pas valable ; rien n’a été pris.`, en: `Interaction${which} is not valid; nothing was taken in.` },
    told,
  );
}

function isTooLarge(value: unknown): boolean {
  try {
    return Buffer.byteLength(JSON.stringify(value) ?? '') > MAX_VALUE_BYTES;
  } catch {
    // Nested so deep that it cannot be written again: the schema has said what is wrong with it.
    return false;
  }
}
