import { optionsOf } from '../evaluation/evaluation-queries.js';
import type { Criterion, Definition, ScorecardProblem, Section, Source } from './scorecard-queries.js';

/** An id of its own, never shown. */
const newId = (kind: 's' | 'c' | 'p'): string => `${kind}-${crypto.randomUUID().slice(0, 8)}`;

export const newCriterion = (): Criterion => ({ id: newId('c'), question: '', help: null, weight: 10, critical: null, source: sourceOf('yes-no'), condition: null });
export const newSection = (): Section => ({ id: newId('s'), title: '', criteria: [newCriterion()] });
export const newDefinition = (name: string): Definition => ({ name, purpose: null, sections: [newSection()] });
export const newPoint = (points: number) => ({ id: newId('p'), label: '', points });

/** A source of a kind, as it begins. */
export function sourceOf(kind: Source['kind']): Source {
  if (kind === 'findings') return { kind, rules: [], commitments: [], counts: { by: 'no-violation' } };
  return kind === 'yes-no' ? { kind, notApplicable: true } : { kind, notApplicable: true, scale: [newPoint(0), newPoint(1)] };
}

/** A list with one of its members replaced, or (null) left out. */
export const replaced = <T>(all: readonly T[], at: number, by: T | null): T[] => all.flatMap((one, i) => (i === at ? (by === null ? [] : [by]) : [one]));

/** A list with one of its members a place earlier (-1) or later (1). */
export function moved<T>(all: readonly T[], at: number, by: -1 | 1): T[] {
  const next = [...all];
  const [one] = next.splice(at, 1);
  if (one !== undefined) next.splice(Math.max(0, at + by), 0, one);
  return next;
}

/** Problems at a place, or anywhere below it. */
export const problemsAt = (problems: readonly ScorecardProblem[], path: readonly (string | number)[], below = true): ScorecardProblem[] =>
  problems.filter((problem) => path.every((step, i) => problem.path[i] === step) && (below || problem.path.length === path.length));

/** What a criterion can come out as, for a condition on it. */
export function outcomesOf(criterion: Criterion): string[] {
  const { source } = criterion;
  return source.kind !== 'findings' ? optionsOf(criterion) : source.counts.by === 'points' ? ['pass', 'partial', 'fail', 'na'] : ['pass', 'fail', 'na'];
}

/** A list with a member in it, or not. */
export const toggled = <T>(all: readonly T[], one: T, on: boolean): T[] => (on ? [...all, one] : all.filter((each) => each !== one));

export const isHuman = ({ source }: Criterion): boolean => source.kind !== 'findings';
