import type { CounterExtract, Evidence, FindingView } from '#domain';
import { z } from 'zod';
import { comment, dispute } from './said-of-finding.schema.js';
import { review } from './review.schema.js';
import { channel, findingStatus, instant, named, names, polarity, rulebookIdentity, severity, wordsGone } from './named.schema.js';

export const evidence = z
  .strictObject({
    turn: z.int().min(0).describe('Position du tour de parole, depuis 0 · Position of the turn, from 0'),
    start: z.int().min(0).describe('UTF-16, inclus · inclusive'),
    end: z.int().min(0).describe('UTF-16, exclu · exclusive'),
    quote: z.string().describe('Les mots exacts · The exact words'),
    sense: z
      .enum(['said', 'missing'])
      .describe('`said` : ces mots font le constat · `missing` : il manque ici quelque chose'),
  })
  .meta({
    id: 'Evidence',
    examples: [{ turn: 2, start: 8, end: 26, quote: 'c’est impossible', sense: 'said' }],
  }) satisfies z.ZodType<Evidence>;

/** The other extract of a finding that holds two interactions against each other. */
export const counterEvidence = z
  .strictObject({
    interactionId: z.uuid(),
    channel,
    at: instant,
    agentRef: z.string().optional().describe('Telle que la source l’a donnée · As the source gave it'),
    agent: named.nullable().describe('Qui l’a dit, d’après l’annuaire ; null : la source ne nomme personne · Who said it, by the directory; null: the source names nobody'),
    evidence: z.array(evidence),
  })
  .meta({ id: 'CounterEvidence' }) satisfies z.ZodType<CounterExtract>;

export const findingView = z
  .strictObject({
    id: z.uuid(),
    interactionId: z.uuid(),
    revision: z.int().min(1),
    channel,
    startedAt: instant,
    agent: named.nullable(),
    team: named.nullable(),
    ruleId: z.string().meta({ examples: ['refus.impossible'] }),
    rulebook: rulebookIdentity,
    polarity,
    severity,
    commitment: z.strictObject({
      id: z.string(),
      text: z.string().nullable().describe('L’engagement, dans les mots de la marque · The commitment in the brand’s words'),
    }),
    status: findingStatus,
    review: review.nullable().describe('Nul tant que personne n’a jugé · Null while nobody has judged'),
    byHand: z
      .strictObject({ by: z.string(), at: instant, note: z.string().nullable() })
      .nullable()
      .describe('Trouvé à la main, par qui ; nul pour le constat d’une règle · Found by hand, by whom; null for a rule’s finding'),
    comment: comment.nullable(),
    dispute: dispute.nullable(),
    evidence: z.array(evidence),
    against: counterEvidence.nullable().describe('L’autre extrait, dit au même client dans un autre échange · The other extract, said to the same customer elsewhere'),
    explanation: z.string().describe('Pourquoi cela compte · Why it matters'),
    instead: z.string().nullable().describe('Quoi dire à la place · What to say instead'),
    confidence: z.number().min(0).max(1).describe('Confiance de la transcription · Transcription confidence'),
    wordsGone,
    names,
  })
  .meta({ id: 'Finding' }) satisfies z.ZodType<FindingView>;
