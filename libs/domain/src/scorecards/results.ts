import type { FindingFact } from '../journal.js';
import type { FigureBasis } from '../read-models.js';
import type { RulebookDescription } from '../rulebook.js';
import { criteriaOf, type CriterionSource, type FindingsCount, type FindingsSource, NOT_APPLICABLE, type ScaleSource, type ScorecardDefinition, type YesNoSource } from './definition.js';
import { type Fraction, fraction } from './fraction.js';
import { type Known, scoreOf, type ScoreContext, type ScoreResult } from './score.js';

/** What is known of one interaction and one agent in it, as far as findings tell. */
export interface AutomaticInput extends ScoreContext {
  /** The rulebook that judged it: which rules there were, what they serve, on which channels they run. */
  readonly rulebook: Pick<RulebookDescription, 'rules'>;
  /** Rules that could not run on it. */
  readonly notChecked: ReadonlySet<string>;
  /** Rules under observation: they count for no one. */
  readonly observed: ReadonlySet<string>;
  /** Of this agent alone. */
  readonly findings: readonly Pick<FindingFact, 'ruleId' | 'polarity' | 'status'>[];
  /** Which findings count for a person (`OrganisationSettings.personFigures`). */
  readonly basis: FigureBasis;
}

/** The score that findings make; open where some that await review, or a dispute, could change it. */
export function automaticScore(definition: ScorecardDefinition, input: AutomaticInput): ScoreResult {
  const known = criteriaOf(definition).flatMap(({ id, source }): [string, Known][] => (source.kind === 'findings' ? [[id, knownFrom(source, input)]] : []));
  return scoreOf(definition, 'automatic', input, new Map(known));
}

function knownFrom({ rules, commitments, counts }: FindingsSource, { rulebook, channel, notChecked, observed, findings, basis }: AutomaticInput): Known {
  const named = rulebook.rules.filter(({ id, serves, channels }) => (rules.includes(id) || commitments.includes(serves)) && channels.includes(channel)).map(({ id }) => id);
  if (named.length === 0) return { kind: 'left-out', why: 'no-rule' };
  const asked = new Set(named.filter((id) => !observed.has(id)));
  if (asked.size === 0) return { kind: 'left-out', why: 'observed' };
  const own = findings.filter(({ ruleId }) => asked.has(ruleId));
  const counting = tally(own.filter(({ status }) => status === 'confirmed' || (status === 'detected' && basis === 'detected')));
  const waiting = tally(own.filter(({ status }) => status === 'disputed' || (status === 'detected' && basis === 'confirmed')));
  const worst = resultOf(counts, counting.violations + waiting.violations, counting.merits);
  const best = resultOf(counts, counting.violations, counting.merits + waiting.merits);
  if (!isSame(worst, best)) return { kind: 'open' };
  // What a rule that could not run would have found is not known: only what no finding more could change stands.
  if (named.some((id) => notChecked.has(id)) && !isSettled(counts, worst)) return { kind: 'left-out', why: 'not-checked' };
  return { kind: 'result', result: worst, outcome: worst.numerator === 0 ? 'fail' : worst.numerator === worst.denominator ? 'pass' : 'partial' };
}

interface Tally {
  readonly violations: number;
  readonly merits: number;
}

function tally(findings: readonly Pick<FindingFact, 'polarity'>[]): Tally {
  const violations = findings.filter(({ polarity }) => polarity === 'violation').length;
  return { violations, merits: findings.length - violations };
}

/** See `FindingsCount`. */
export function resultOf(counts: FindingsCount, violations: number, merits: number): Fraction {
  if (counts.by === 'no-violation') return fraction(violations === 0 ? 1 : 0, 1);
  if (counts.by === 'any-merit') return fraction(merits > 0 ? 1 : 0, 1);
  const points = counts.start - counts.perViolation * violations + counts.perMerit * merits;
  return fraction(Math.min(counts.outOf, Math.max(0, points)), counts.outOf);
}

const isSettled = ({ by }: FindingsCount, result: Fraction): boolean => (by === 'no-violation' && result.numerator === 0) || (by === 'any-merit' && result.numerator === 1);

const isSame = (a: Fraction, b: Fraction): boolean => a.numerator === b.numerator && a.denominator === b.denominator;

/** What a reviewer answers to one criterion. */
export interface GivenAnswer {
  readonly criterion: string;
  readonly answer: string;
}

/** The score that answers make; open while something asked is not answered. Answers to what is not asked, or unknown ones, are as none. */
export function humanScore(definition: ScorecardDefinition, context: ScoreContext, answers: readonly GivenAnswer[]): ScoreResult {
  const given = new Map(answers.map(({ criterion, answer }) => [criterion, answer]));
  const known = criteriaOf(definition).flatMap(({ id, source }): [string, Known][] => {
    const answer = given.get(id);
    const what = answer === undefined || source.kind === 'findings' ? null : knownAnswer(source, answer);
    return what === null ? [] : [[id, what]];
  });
  return scoreOf(definition, 'human', context, new Map(known));
}

/** Null for an answer that the criterion does not have. */
export function knownAnswer(source: YesNoSource | ScaleSource, answer: string): Known | null {
  if (answer === NOT_APPLICABLE) return source.notApplicable ? { kind: 'left-out', why: 'not-applicable' } : null;
  if (source.kind === 'yes-no') return answer === 'yes' || answer === 'no' ? { kind: 'result', result: fraction(answer === 'yes' ? 1 : 0, 1), outcome: answer } : null;
  const point = source.scale.find(({ id }) => id === answer);
  return point === undefined ? null : { kind: 'result', result: fraction(point.points, mostPoints(source)), outcome: answer };
}

const mostPoints = ({ scale }: ScaleSource): number => Math.max(1, ...scale.map(({ points }) => points));

/** Whether an answer is one that the criterion has. */
export const isAnswer = (source: CriterionSource, answer: string): boolean => source.kind !== 'findings' && knownAnswer(source, answer) !== null;
