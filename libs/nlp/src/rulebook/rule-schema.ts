import { z } from 'zod';
import { CHANNELS, POLARITIES, SEVERITIES } from '#domain';
import { applicability } from '../conditions/applicability.js';
import { KINDS } from '../kinds/index.js';
import { closed, patternList, slug } from './closed-schema.js';
import { exampleText } from './example.js';
import { policyEntry } from './policy.js';
import { idReadsEmotion, readsEmotion } from './reads-emotion.js';

const texts = z.union([z.string().min(1).transform((text) => [text]), z.array(z.string().min(1)).min(1)]);

const sentence = z.string().min(1).max(2000);
const NEVER_EMOTION = "une règle ne juge jamais l'émotion d'un agent, seulement ses mots";
const reason = sentence.refine((text) => !readsEmotion(text), NEVER_EMOTION);

/** Keys of every rule, whatever its kind. */
export const RULE_KEYS = {
  id: slug.refine((id) => !idReadsEmotion(id), NEVER_EMOTION).describe('identifiant à points, unique : refus.impossible'),
  kind: z.string().describe('genre de la règle'),
  serves: z.string().describe('l’engagement qu’elle sert'),
  why: reason.describe('en quoi cela compte pour le client'),
  severity: z.enum(SEVERITIES).describe('gravité'),
  polarity: z.enum(POLARITIES).optional().describe('violation (sinon rien n’est dit) ou merit : ce qui est bien'),
  speaker: z.enum(['agent', 'customer', 'bot']).optional().describe('de qui les mots sont jugés (agent)'),
  channels: z.array(z.enum(CHANNELS)).min(1).optional().describe('sur ces canaux ; tous sinon'),
  instead: texts.optional().describe('que dire à la place ; doit passer tout le référentiel'),
  flags: z.array(exampleText).min(1).max(200).describe('exemples où la règle se déclenche une fois, [ici]'),
  passes: z.array(exampleText).min(1).max(200).describe('exemples où elle ne se déclenche pas'),
  when: applicability.optional().describe('ne s’applique que si'),
  'not-applicable-when': applicability.optional().describe('ne s’applique pas si'),
  'yields-to': z.array(slug).min(1).max(50).optional().describe('règles à qui elle laisse les mots qu’elles relèvent aussi'),
};

/** Kind → the schema of a rule of that kind. */
export const RULE_SCHEMAS: ReadonlyMap<string, z.ZodObject> = new Map(
  KINDS.map((kind) => [kind.name, closed({ ...RULE_KEYS, ...kind.keys, kind: z.literal(kind.name) })]),
);

const commitments = z.record(slug, sentence);
const lists = z.record(z.string().regex(/^[\p{L}\p{N}_-]+$/u, 'lettres, chiffres et tirets'), patternList);
const policy = z.array(policyEntry).max(1000);
const anyRules = z.array(z.record(z.string(), z.unknown())).max(20_000);

const adjustment = closed({
  severity: z.enum(SEVERITIES).optional().describe('gravité'),
  channels: z.array(z.enum(CHANNELS)).min(1).optional().describe('sur ces canaux'),
  instead: texts.optional().describe('que dire à la place'),
  why: reason.optional().describe('en quoi cela compte pour le client'),
  off: z.boolean().optional().describe('true : la règle est retirée'),
});

/** rulebook.yaml; its rules are checked one by one afterwards, each by its kind. */
export const rulebookSchema = closed({
  rulebook: slug.describe('nom du référentiel'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'trois nombres : 1.0.0').describe('trois nombres : 1.0.0'),
  language: z.enum(['fr']).describe('langue des échanges jugés'),
  promise: sentence.describe('la promesse de la marque, en une phrase'),
  commitments: commitments.optional().describe('nom → ce à quoi la marque s’engage ; chaque règle en sert un'),
  lists: lists.optional().describe('nom → motifs, employés par @nom'),
  policy: policy.optional().describe('ce que la maison permet de promettre : délais, montants, conditions'),
  includes: z.array(z.string().min(1)).max(20).optional().describe('dossiers d’autres référentiels sur lesquels bâtir'),
  adjust: z.record(z.string(), adjustment).optional().describe('règle d’un référentiel inclus → ce qui change'),
  rules: anyRules.optional().describe('les règles'),
});

/** The other files of the folder. */
export const chapterSchema = closed({ lists: lists.optional(), policy: policy.optional(), rules: anyRules.optional() });
