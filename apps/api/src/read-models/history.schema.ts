import { CONTRADICTION_KINDS, type ContradictionView, type CustomerSaying, type CustomerTimeline, PLEDGE_ACTS, type PledgeView, SETTLEMENT_STATUSES, type TimelineEntry, type WordingMove } from '#domain';
import { z } from 'zod';
import { counterEvidence, evidence, findingView } from './finding.schema.js';
import { interactionSummary } from './interaction.schema.js';
import { channel, instant, named } from './named.schema.js';

export const pledgeAct = z.enum(PLEDGE_ACTS).meta({ id: 'PledgeAct', description: 'Ce qui est promis · What is undertaken' });
export const settlementStatus = z.enum(SETTLEMENT_STATUSES).meta({
  id: 'SettlementStatus',
  description:
    '`open` : pas encore échue, sans date, ou en attente de sa condition · `kept` : tenue · `kept-late` : tenue en retard · `unheard` : échue, sans nouvelles depuis · `broken` : échue, et l’échange suivant ne montre pas qu’elle fut tenue · `released` : le client a demandé autre chose',
});
export const contradictionKind = z.enum(CONTRADICTION_KINDS).meta({ id: 'ContradictionKind', description: 'En quoi deux paroles se contredisent · How two statements clash' });

export const amount = z.union([z.strictObject({ value: z.number(), currency: z.literal('EUR') }), z.strictObject({ value: z.number(), unit: z.literal('%') })]);

export const pledgeView = z
  .strictObject({
    id: z.uuid(),
    interactionId: z.uuid(),
    channel,
    at: instant,
    agent: named.nullable(),
    customer: named.nullable(),
    caseRef: z.string().nullable(),
    act: pledgeAct,
    object: z.string().nullable(),
    amount: amount.nullable(),
    quantity: z.strictObject({ value: z.number(), noun: z.string() }).nullable(),
    evidence,
    deadline: z
      .strictObject({
        quote: z.string().describe('Les mots de l’échéance · The words of the deadline'),
        by: z.string().nullable().describe('Date, ou date et heure, dans le fuseau du client · Date, or date and time, in the customer’s time zone'),
        dueAt: instant.nullable(),
      })
      .nullable(),
    condition: z.string().nullable(),
    status: settlementStatus,
    settledAt: instant.nullable(),
    settledBy: z.strictObject({ kind: z.enum(['fact', 'words', 'contact']), interactionId: z.uuid().nullable(), quote: z.string().nullable() }).nullable(),
    contradicted: z.boolean(),
  })
  .meta({ id: 'Pledge' }) satisfies z.ZodType<PledgeView>;

export const contradictionView = z
  .strictObject({ id: z.uuid(), kind: contradictionKind, detail: z.string().describe('Ce qui diffère · What differs'), customer: named.nullable(), earlier: counterEvidence, later: counterEvidence })
  .meta({ id: 'Contradiction' }) satisfies z.ZodType<ContradictionView>;

const saying = evidence
  .extend({ kind: z.enum(['need', 'preference', 'displeased', 'thanks']) })
  .meta({ id: 'CustomerSaying', description: 'Une phrase du client, telle quelle · A sentence of the customer, as it is' }) satisfies z.ZodType<CustomerSaying>;

const count = z.int().min(0);
const wording = z
  .strictObject({ displeasedBefore: count, displeasedAfter: count, thanksBefore: count, thanksAfter: count, sentencesBefore: count, sentencesAfter: count })
  .meta({
    id: 'WordingMove',
    description:
      'Phrases du client qui disent un mécontentement ou un merci, avant et après les premiers mots du conseiller : des mots comptés, rien de supposé · Sentences of the customer that tell displeasure or thanks, before and after the agent’s first words: words counted, nothing inferred',
  }) satisfies z.ZodType<WordingMove>;

const timelineEntry = z
  .strictObject({
    interaction: interactionSummary,
    findings: z.array(findingView),
    pledges: z.array(pledgeView),
    contradictions: z.array(contradictionView).describe('Dont la seconde parole est dans cette interaction · Whose later side is in this interaction'),
    customer: z.array(saying),
    wording,
  })
  .meta({ id: 'TimelineEntry' }) satisfies z.ZodType<TimelineEntry>;

export const customerTimeline = z
  .strictObject({
    customer: named,
    pledges: z.strictObject({ open: count, kept: count, 'kept-late': count, unheard: count, broken: count, released: count }).describe('Sur toute l’histoire · Over the whole history'),
    contradictions: count,
    items: z.array(timelineEntry),
    next: z.string().nullable().describe('Curseur de la page plus ancienne, nul au début · Cursor of the older page, null at the beginning'),
  })
  .meta({ id: 'CustomerTimeline' }) satisfies z.ZodType<CustomerTimeline>;
