import { factIdOf, type ReportedFact } from '#domain';
import { checkFact, factSchema } from '#messaging';
import { checkBySchema, ProblemException } from '#runtime';
import { z } from 'zod';
import { MAX_BATCH, type ReceivedInteractions } from '../receive-interaction/receive-interactions.message.js';

export const exampleFact = {
  source: 'erp',
  externalId: 'avoir-2210',
  revision: 1,
  customerRef: 'c-17',
  caseRef: 'D-1052',
  act: 'refund',
  at: '2026-09-11T14:02:00+02:00',
  object: 'lampe',
  amount: { value: 60, currency: 'EUR' },
} satisfies ReportedFact;

export const exampleReceivedFacts: ReceivedInteractions = {
  items: [{ id: factIdOf('exemple', exampleFact.source, exampleFact.externalId), source: exampleFact.source, externalId: exampleFact.externalId, revision: 1, status: 'accepted' }],
};

// Taken out of its `$defs`: a reference inside a request body would point nowhere in the OpenAPI document.
const { id: _, ...fact } = z.toJSONSchema(z.object({ it: factSchema }), { io: 'input' }).$defs!['SentFact']!;

/** One fact, or an array of them. Written out: the body is checked by its handler, which names 422 and not 400. */
export const factBodySchema = JSON.parse(JSON.stringify({ oneOf: [fact, { type: 'array', minItems: 1, maxItems: MAX_BATCH, items: fact }] }));

/**
 * The body of a request as facts: one object, or an array of up to MAX_BATCH.
 * @throws ProblemException 422 naming each wrong field by its JSON pointer
 */
export function parseFacts(body: unknown): readonly ReportedFact[] {
  if (!Array.isArray(body)) return [valid(body, [])];
  if (body.length === 0 || body.length > MAX_BATCH) {
    throw new ProblemException(422, 'invalid_fact', {
      fr: `Un lot compte de 1 à ${MAX_BATCH} faits ; celui-ci en compte ${body.length}.`,
      en: `A batch has 1 to ${MAX_BATCH} facts; this one has ${body.length}.`,
    });
  }
  return body.map((item, i) => valid(item, [i]));
}

function valid(value: unknown, at: readonly PropertyKey[]): ReportedFact {
  const parsed = checkFact(value);
  if (parsed.ok) return parsed.fact;
  const checked = checkBySchema(factSchema, value, at);
  const which = at.length === 0 ? '' : ` n° ${Number(at[0]) + 1}`;
  throw new ProblemException(
    422,
    'invalid_fact',
    { fr: `Le fait${which} n’est pas valable ; rien n’a été pris.`, en: `Fact${which} is not valid; nothing was taken in.` },
    checked.ok ? [] : checked.errors,
  );
}
