import { z } from 'zod';
import { CHANNELS, POLARITIES, SEVERITIES } from '#domain';
import { applicability } from '../conditions/applicability.js';
import { KINDS } from '../kinds/index.js';
import { closed, patternList, slug } from './closed-schema.js';
import { exampleText } from './example.js';
import { idReadsEmotion, readsEmotion } from './reads-emotion.js';

const texts = z.union([z.string().min(1).transform((text) => [text]), z.array(z.string().min(1)).min(1)]);

const sentence = z.string().min(1).max(2000);
const NEVER_EMOTION = "une règle ne juge jamais l'émotion d'un agent, seulement ses mots";
const reason = sentence.refine((text) => !readsEmotion(text), NEVER_EMOTION);

/** Keys of every rule, whatever its kind. */
export const RULE_KEYS = {
  id: slug.refine((id) => !idReadsEmotion(id), NEVER_EMOTION),
  kind: z.string(),
  serves: z.string(),
  why: reason,
  severity: z.enum(SEVERITIES),
  polarity: z.enum(POLARITIES).optional(),
  speaker: z.enum(['agent', 'customer', 'bot']).optional(),
  channels: z.array(z.enum(CHANNELS)).min(1).optional(),
  instead: texts.optional(),
  flags: z.array(exampleText).min(1).max(200),
  passes: z.array(exampleText).min(1).max(200),
  when: applicability.optional(),
  'not-applicable-when': applicability.optional(),
};

/** Kind → the schema of a rule of that kind. */
export const RULE_SCHEMAS: ReadonlyMap<string, z.ZodObject> = new Map(
  KINDS.map((kind) => [kind.name, closed({ ...RULE_KEYS, ...kind.keys, kind: z.literal(kind.name) })]),
);

const commitments = z.record(slug, sentence);
const lists = z.record(z.string().regex(/^[\p{L}\p{N}_-]+$/u, 'lettres, chiffres et tirets'), patternList);
const anyRules = z.array(z.record(z.string(), z.unknown())).max(20_000);

const adjustment = closed({
  severity: z.enum(SEVERITIES).optional(),
  channels: z.array(z.enum(CHANNELS)).min(1).optional(),
  instead: texts.optional(),
  why: reason.optional(),
  off: z.boolean().optional(),
});

/** rulebook.yaml; its rules are checked one by one afterwards, each by its kind. */
export const rulebookSchema = closed({
  rulebook: slug,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'trois nombres : 1.0.0'),
  language: z.enum(['fr']),
  promise: sentence,
  commitments: commitments.optional(),
  lists: lists.optional(),
  includes: z.array(z.string().min(1)).max(20).optional(),
  adjust: z.record(z.string(), adjustment).optional(),
  rules: anyRules.optional(),
});

/** The other files of the folder. */
export const chapterSchema = closed({ lists: lists.optional(), rules: anyRules.optional() });
