import type { ContactReason } from '../contact-reason.js';
import type { Channel } from '../interaction.js';
import { type Criticality, NOT_APPLICABLE, type ScorecardCriterion, type ScorecardDefinition, type ScoreSide, sideOf } from './definition.js';
import { commonMultiple, type Fraction, fraction } from './fraction.js';

/** Why a criterion has no part in a score. */
export const LEFT_OUT = ['not-applicable', 'condition', 'no-rule', 'observed', 'not-checked'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** What is known of one criterion before conditions. `outcome`: what conditions on it go by (`outcomesOf`). */
export type Known =
  | { readonly kind: 'result'; readonly result: Fraction; readonly outcome: string }
  | { readonly kind: 'left-out'; readonly why: LeftOut }
  /** Not answered yet, or findings that could change it await review. */
  | { readonly kind: 'open' };

export interface ScoredCriterion {
  readonly id: string;
  readonly state: 'counted' | 'left-out' | 'open';
  readonly result: Fraction | null;
  readonly why: LeftOut | null;
}

export interface CriticalFailure {
  readonly criterion: string;
  readonly fails: Criticality;
}

/** `scored` · `open`: something that counts is not known yet · `nothing`: nothing applies, which is no score, not 0. */
export const SCORE_STATES = ['scored', 'open', 'nothing'] as const;
export type ScoreState = (typeof SCORE_STATES)[number];

export interface ScoreResult {
  readonly state: ScoreState;
  /** Null unless scored. */
  readonly score: Fraction | null;
  /** In the order of the scorecard. */
  readonly failures: readonly CriticalFailure[];
  readonly sections: readonly SectionScore[];
  /** Of the side asked for, in the order of the scorecard. */
  readonly criteria: readonly ScoredCriterion[];
}

export interface SectionScore {
  readonly id: string;
  /** Null where nothing of it counts, or something of it is open. */
  readonly score: Fraction | null;
}

/** What conditions look at beside other criteria. */
export interface ScoreContext {
  readonly channel: Channel;
  readonly contactReason: ContactReason | null;
}

/**
 * One side's score of a scorecard: Σ weight × result / Σ weight, over the criteria that apply. What does not apply is in neither sum. A critical
 * criterion that comes out as 0 makes the results of its section 0, or the score; weights stay. Exact: integers only.
 * @param known by id of criterion; one that is missing is open
 */
export function scoreOf(definition: ScorecardDefinition, side: ScoreSide, context: ScoreContext, known: ReadonlyMap<string, Known>): ScoreResult {
  const shown = shownCriteria(definition, context, known);
  const sections = definition.sections.map(({ id, criteria }) => {
    const own = criteria.filter((criterion) => sideOf(criterion) === side).map((criterion) => ({ criterion, scored: scored(criterion, shown(criterion), known.get(criterion.id)) }));
    const failures = own.flatMap(({ criterion, scored: { result } }): CriticalFailure[] =>
      criterion.critical !== null && result?.numerator === 0 ? [{ criterion: criterion.id, fails: criterion.critical }] : [],
    );
    const failed = failures.length > 0;
    const parts = own.flatMap(({ criterion, scored: { result } }) => (result === null ? [] : [{ weight: criterion.weight, result: failed ? NONE : result }]));
    const open = own.some(({ scored: { state } }) => state === 'open');
    return { id, failures, parts, open, criteria: own.map((one) => one.scored) };
  });
  const failures = sections.flatMap((section) => section.failures);
  const failedWhole = failures.some(({ fails }) => fails === 'all');
  const open = sections.some((section) => section.open);
  const score = failedWhole ? NONE : open ? null : weighted(sections.flatMap(({ parts }) => parts));
  return {
    state: score !== null ? 'scored' : open ? 'open' : 'nothing',
    score,
    failures,
    sections: sections.map((section) => ({ id: section.id, score: section.open && section.failures.length === 0 ? null : weighted(section.parts) })),
    criteria: sections.flatMap(({ criteria }) => criteria),
  };
}

const NONE: Fraction = { numerator: 0, denominator: 1 };

function scored({ id }: ScorecardCriterion, shown: Shown, known: Known | undefined): ScoredCriterion {
  if (shown === 'no') return { id, state: 'left-out', result: null, why: 'condition' };
  if (known?.kind === 'left-out') return { id, state: 'left-out', result: null, why: known.why };
  if (shown === 'unknown' || known === undefined || known.kind === 'open') return { id, state: 'open', result: null, why: null };
  return { id, state: 'counted', result: known.result, why: null };
}

type Shown = 'yes' | 'no' | 'unknown';

/** Whether a criterion is asked. One that depends on itself over others, which no published scorecard has, is not. */
function shownCriteria({ sections }: ScorecardDefinition, { channel, contactReason }: ScoreContext, known: ReadonlyMap<string, Known>): (criterion: ScorecardCriterion) => Shown {
  const byId = new Map(sections.flatMap(({ criteria }) => criteria).map((criterion) => [criterion.id, criterion]));
  const found = new Map<string, Shown>();
  const shown = (criterion: ScorecardCriterion): Shown => {
    const before = found.get(criterion.id);
    if (before !== undefined) return before;
    found.set(criterion.id, 'no');
    const now = decide(criterion);
    found.set(criterion.id, now);
    return now;
  };
  const decide = ({ condition }: ScorecardCriterion): Shown => {
    if (condition === null) return 'yes';
    if (condition.channels.length > 0 && !condition.channels.includes(channel)) return 'no';
    if (condition.reasons.length > 0 && (contactReason === null || !condition.reasons.includes(contactReason))) return 'no';
    if (condition.when === null) return 'yes';
    const other = byId.get(condition.when.criterion);
    if (other === undefined) return 'no';
    const otherShown = shown(other);
    if (otherShown !== 'yes') return otherShown;
    const answer = known.get(other.id);
    if (answer === undefined || answer.kind === 'open') return 'unknown';
    return condition.when.is.includes(answer.kind === 'result' ? answer.outcome : NOT_APPLICABLE) ? 'yes' : 'no';
  };
  return shown;
}

function weighted(parts: readonly { readonly weight: number; readonly result: Fraction }[]): Fraction | null {
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  if (weight === 0) return null;
  const unit = parts.reduce((common, { result }) => commonMultiple(common, result.denominator), 1);
  const reached = parts.reduce((sum, part) => sum + part.weight * part.result.numerator * (unit / part.result.denominator), 0);
  return fraction(reached, weight * unit);
}
