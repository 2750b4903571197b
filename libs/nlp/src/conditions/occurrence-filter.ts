import { z } from 'zod';
import type { CompileContext, RuleHeader } from '../kinds/kind.js';
import type { Occurrence, Phrases, Reading } from '../reading/reading.js';
import { closed, patternList } from '../rulebook/closed-schema.js';
import { isQuoting, POSSESSIVE, REPORTING } from './quoting.js';
import type { QuotingPhrases } from './quoting.js';
import { standsIn, whereKeys } from './where.js';

const nearby = closed({ words: z.int().min(1).max(100), any: patternList }).meta({ id: 'nearby', description: 'à n mots au plus, avant ou après, dans le même tour' });

const beside = closed({
  words: z.int().min(1).max(100).optional(),
  turns: z.int().min(1).max(50).optional(),
  by: z.enum(['agent', 'customer']).optional(),
  any: patternList,
}).refine((value) => (value.words === undefined) !== (value.turns === undefined), 'il faut « words » ou « turns », et un seul des deux')
  .meta({ id: 'beside', description: 'à n mots au plus dans le même tour, ou dans les n tours suivants (ou précédents) de « by »' });

type Beside = z.infer<typeof beside>;

/** The conditions every occurrence of a phrase may be held to; kinds that look for words spread these among their keys. */
export const OCCURRENCE_KEYS = {
  unless: patternList.optional().describe('sauf si les mots trouvés en partagent un avec l’un de ces motifs'),
  near: nearby.optional().describe('seulement si l’un de ces motifs est proche'),
  'not-near': nearby.optional().describe('seulement si aucun de ces motifs n’est proche'),
  'followed-by': beside.optional().describe('seulement si l’un de ces motifs suit'),
  'not-followed-by': beside.optional().describe('seulement si aucun de ces motifs ne suit'),
  'preceded-by': beside.optional().describe('seulement si l’un de ces motifs précède'),
  'not-preceded-by': beside.optional().describe('seulement si aucun de ces motifs ne précède'),
  where: whereKeys.optional().describe('seulement à cet endroit de l’échange'),
  'except-quoting': z.boolean().optional().describe('pas quand l’agent répète ou reformule les mots du client'),
};

const occurrenceKeys = z.object(OCCURRENCE_KEYS);
export type OccurrenceConditions = z.infer<typeof occurrenceKeys>;

type Test = (found: Occurrence, reading: Reading) => boolean;

/** A function that keeps the occurrences for which every condition holds. */
export function compileConditions(
  spec: OccurrenceConditions,
  header: RuleHeader,
  context: CompileContext,
): (found: readonly Occurrence[], reading: Reading) => readonly Occurrence[] {
  const tests: Test[] = [];
  if (spec.where !== undefined) {
    const { where } = spec;
    tests.push((found, reading) => standsIn(where, reading, header.speaker, found));
  }
  if (spec.unless !== undefined) {
    const phrases = context.phrases(spec.unless);
    tests.push((found, reading) => !reading.findAll(phrases).some((other) => overlap(found, other)));
  }
  const near = (condition: { words: number; any: Parameters<CompileContext['phrases']>[0] } | undefined, wanted: boolean): void => {
    if (condition === undefined) return;
    const phrases = context.phrases(condition.any);
    tests.push((found, reading) => reading.findAll(phrases).some((other) => isNear(found, other, condition.words)) === wanted);
  };
  near(spec.near, true);
  near(spec['not-near'], false);
  const follows = (condition: Beside | undefined, direction: 1 | -1, wanted: boolean): void => {
    if (condition === undefined) return;
    const phrases = context.phrases(condition.any);
    tests.push((found, reading) => isBeside(found, reading, phrases, condition, direction, header) === wanted);
  };
  follows(spec['followed-by'], 1, true);
  follows(spec['not-followed-by'], 1, false);
  follows(spec['preceded-by'], -1, true);
  follows(spec['not-preceded-by'], -1, false);
  if (spec['except-quoting'] === true) {
    const phrases: QuotingPhrases = { reporting: context.phrases(REPORTING), possessive: context.phrases(POSSESSIVE) };
    tests.push((found, reading) => !isQuoting(found, reading, phrases));
  }
  if (tests.length === 0) return (found) => found;
  return (found, reading) => found.filter((one) => tests.every((test) => test(one, reading)));
}

const overlap = (a: Occurrence, b: Occurrence): boolean => a.firstToken < b.endToken && b.firstToken < a.endToken;

function isNear(found: Occurrence, other: Occurrence, words: number): boolean {
  if (found.turn !== other.turn || overlap(found, other)) return false;
  const distance = other.firstToken >= found.endToken ? other.firstToken - found.endToken : found.firstToken - other.endToken;
  return distance < words;
}

function isBeside(
  found: Occurrence,
  reading: Reading,
  phrases: Phrases,
  condition: Beside,
  direction: 1 | -1,
  header: RuleHeader,
): boolean {
  const others = reading.findAll(phrases);
  const comesAfter = (other: Occurrence): boolean => (direction === 1 ? other.firstToken >= found.endToken : other.endToken <= found.firstToken);
  if (condition.words !== undefined) {
    const { words } = condition;
    return others.some((other) => comesAfter(other) && isNear(found, other, words));
  }
  const role = condition.by ?? header.speaker;
  const turns = reading.turnsOf(role).filter((turn) => (turn.index - found.turn) * direction > 0);
  const allowed = new Set((direction === 1 ? turns.slice(0, condition.turns) : turns.slice(-condition.turns!)).map((turn) => turn.index));
  if (role === header.speaker) allowed.add(found.turn);
  return others.some((other) => allowed.has(other.turn) && (other.turn !== found.turn || comesAfter(other)));
}
