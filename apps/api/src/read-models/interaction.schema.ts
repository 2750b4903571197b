import { type InteractionDetail, type InteractionSummary, SPEAKER_ROLES, type TurnView } from '#domain';
import { z } from 'zod';
import { findingView } from './finding.schema.js';
import { channel, instant, named, rulebookIdentity, wordsGone } from './named.schema.js';

const summaryFields = {
  id: z.uuid(),
  source: z.string().meta({ examples: ['mailbox'] }),
  externalId: z.string().describe('Identifiant dans la source · Id in its source'),
  revision: z.int().min(1),
  channel,
  startedAt: instant,
  subject: z.string().nullable(),
  direction: z.enum(['inbound', 'outbound']).nullable().describe('`inbound` : vient du client · comes from the customer ; nul : la source n’en dit rien · the source does not say'),
  language: z.string().describe('BCP 47, `und` : incertaine · unsure').meta({ examples: ['fr'] }),
  agents: z.array(named),
  agentSpoke: z.boolean().describe('Faux : aucun agent ne s’exprime, rien n’est à juger · False: no agent speaks, nothing is to be judged'),
  customer: named.nullable(),
  caseRef: z.string().nullable().describe('Dossier · Case'),
  violations: z.int().min(0).describe('Écarts · Violations'),
  merits: z.int().min(0).describe('Points forts · Merits'),
  wordsGone,
};

export const interactionSummary = z
  .strictObject(summaryFields)
  .meta({ id: 'InteractionSummary' }) satisfies z.ZodType<InteractionSummary>;

export const turnView = z
  .strictObject({
    position: z.int().min(0),
    id: z.string(),
    speaker: z.strictObject({
      role: z.enum(SPEAKER_ROLES),
      roleGuessed: z.boolean().describe('La source ne disait pas le rôle · The source did not say the role'),
      ref: z.string().nullable(),
      name: z.string().nullable(),
    }),
    text: z.string(),
    offsetMs: z.number().nullable().describe('Depuis le début, en ms · From the start, in ms'),
    durationMs: z.number().nullable(),
    private: z.boolean().describe('Note interne, jamais analysée · Internal note, never analysed'),
    zones: z.array(
      z.strictObject({
        kind: z.enum(['subject', 'greeting', 'body', 'closing', 'signature', 'quoted', 'disclaimer', 'forwarded']),
        start: z.int().min(0),
        end: z.int().min(0),
      }),
    ),
  })
  .meta({ id: 'Turn' }) satisfies z.ZodType<TurnView>;

export const interactionDetail = z
  .strictObject({
    ...summaryFields,
    endedAt: instant.nullable(),
    rulebook: rulebookIdentity,
    turns: z.array(turnView),
    findings: z.array(findingView),
    notChecked: z
      .array(z.strictObject({ ruleId: z.string(), reason: z.string() }))
      .describe('Règles qui n’ont pas pu s’appliquer : « non vérifié », jamais « conforme » · Rules that could not run'),
  })
  .meta({ id: 'Interaction' }) satisfies z.ZodType<InteractionDetail>;
