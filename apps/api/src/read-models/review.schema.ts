import { DISMISSAL_REASONS, type Judgement, type Review, VERDICTS } from '#domain';
import { z } from 'zod';
import { instant } from './named.schema.js';
import { written } from './text.schema.js';

const reason = z.enum(DISMISSAL_REASONS).describe(
  [
    '`wrong-words` : la règle a relevé d’autres mots que ceux qu’elle vise · marked other words than it means',
    '`wrong-context` : ici, ces mots étaient justes · here these words were right',
    '`rule-too-strict` : la règle demande trop · the rule asks too much',
    '`transcription` : cela n’a pas été dit · nobody said this',
  ].join(' ; '),
);
const note = written(2000);

/** What a reviewer sends: a dismissal has a reason, a confirmation none. */
export const judgement = z
  .discriminatedUnion('verdict', [
    z.strictObject({ verdict: z.literal('confirmed'), note: note.nullish().describe('Pour qui relira · For whoever reads it later') }),
    z.strictObject({ verdict: z.literal('dismissed'), reason, note: note.nullish().describe('Pour qui relira · For whoever reads it later') }),
  ])
  .meta({ id: 'Judgement', examples: [{ verdict: 'dismissed', reason: 'wrong-context', note: 'La cliente plaisante, l’agent aussi.' }] });

export const judgementOf = (body: z.output<typeof judgement>): Judgement =>
  body.verdict === 'dismissed'
    ? { verdict: 'dismissed', reason: body.reason, note: body.note ?? null }
    : { verdict: 'confirmed', reason: null, note: body.note ?? null };

export const review = z
  .strictObject({
    verdict: z.enum(VERDICTS),
    reason: reason.nullable().describe('Nulle sauf pour un constat écarté · Null unless dismissed'),
    note: z.string().nullable(),
    by: z.string().describe('Qui a jugé · Who judged'),
    at: instant,
  })
  .meta({ id: 'Review' }) satisfies z.ZodType<Review>;
