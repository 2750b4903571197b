import { studentQuantile } from './beta.js';
import type { Interval } from '../figures.js';

/** What several reviewers said of one unit; a reviewer who said nothing of it is simply not there. */
export type UnitJudgements<Category> = readonly Category[];

/** How far reviewers agree beyond chance: 1 is always, 0 is as often as chance would. */
export interface AgreementCoefficient {
  readonly value: number;
  /** 95 %, from the linearised variance over units and Student's t; null with fewer than three units. */
  readonly interval: Interval | null;
}

export interface ReviewerAgreement<Category> {
  /** Units with a judgement, and those with two or more: only these tell how far reviewers agree. */
  readonly units: number;
  readonly comparedUnits: number;
  /** Share of pairs of judgements on one unit that are the same, averaged over compared units. */
  readonly observed: number;
  /** Share of judgements that each category has, averaged over units; a category that is rare makes α small. */
  readonly prevalence: ReadonlyMap<Category, number>;
  /** Krippendorff's α for nominal data; null where every judgement is the same, which tells nothing of chance. */
  readonly alpha: AgreementCoefficient | null;
  /** Gwet's AC1: of the same judgements, but steady when one category is rare. */
  readonly ac1: AgreementCoefficient;
}

interface Counted {
  /** Judgements per category, in the order of the categories. */
  readonly counts: readonly number[];
  readonly total: number;
}

/**
 * Agreement of any number of reviewers, who need not have judged every unit. Null when no unit has two judgements.
 * Sources: K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011); K. L. Gwet, "Computing inter-rater reliability and its
 * variance in the presence of high agreement", Br. J. Math. Stat. Psychol. 61 (2008) 29–48, and "Handbook of inter-rater reliability",
 * 4th ed. (2014), ch. 5 for missing judgements and the variance of both.
 * @param categories every verdict a reviewer could have given, at least two: chance is what remains open, also where nobody chose it.
 */
export function reviewerAgreement<Category>(judged: readonly UnitJudgements<Category>[], categories: readonly Category[]): ReviewerAgreement<Category> | null {
  if (categories.length < 2) throw new RangeError('agreement needs at least two categories');
  const units: Counted[] = judged
    .filter((one) => one.length > 0)
    .map((one) => ({ counts: categories.map((category) => one.filter((said) => said === category).length), total: one.length }));
  const compared = units.filter(({ total }) => total >= 2);
  if (compared.length === 0) return null;
  const shares = categories.map((_, k) => mean(units.map(({ counts, total }) => counts[k]! / total)));
  return {
    units: units.length,
    comparedUnits: compared.length,
    observed: mean(compared.map(samePairs)),
    prevalence: new Map(categories.map((category, k) => [category, shares[k]!])),
    alpha: alphaOf(compared),
    ac1: ac1Of(units, compared.length, shares),
  };
}

function ac1Of(units: readonly Counted[], compared: number, shares: readonly number[]): AgreementCoefficient {
  const free = shares.length - 1;
  const byChance = sum(shares.map((share) => share * (1 - share))) / free;
  const observed = sum(units.map(samePairs)) / compared;
  const value = (observed - byChance) / (1 - byChance);
  const perUnit = units.map((unit) => {
    const own = unit.total < 2 ? 0 : ((units.length / compared) * (samePairs(unit) - byChance)) / (1 - byChance);
    const chance = sum(shares.map((share, k) => (unit.counts[k]! * (1 - share)) / unit.total)) / free;
    return own - (2 * (1 - value) * (chance - byChance)) / (1 - byChance);
  });
  return { value, interval: intervalOf(value, value, perUnit) };
}

function alphaOf(units: readonly Counted[]): AgreementCoefficient | null {
  const size = mean(units.map(({ total }) => total));
  const shares = units[0]!.counts.map((_, k) => mean(units.map(({ counts }) => counts[k]! / size)));
  const byChance = sum(shares.map((share) => share ** 2));
  if (byChance >= 1) return null;
  // Krippendorff compares with drawing two judgements without putting the first back: hence the small-sample term.
  const small = 1 / (units.length * size);
  const pairs = units.map((unit) => samePairs(unit) * (unit.total / size));
  const plain = mean(pairs);
  const observed = (1 - small) * plain + small;
  const value = (observed - byChance) / (1 - byChance);
  const uncorrected = (plain - byChance) / (1 - byChance);
  const perUnit = units.map(({ counts, total }, index) => {
    const more = (total - size) / size;
    const own = (pairs[index]! - observed * more - byChance) / (1 - byChance);
    const chance = sum(shares.map((share, k) => (counts[k]! * share) / size)) - byChance * more;
    return own - (2 * (1 - uncorrected) * (chance - byChance)) / (1 - byChance);
  });
  return { value, interval: intervalOf(value, uncorrected, perUnit) };
}

/** Share of the pairs of judgements on one unit that are the same; 0 with one judgement. */
const samePairs = ({ counts, total }: Counted): number => (total < 2 ? 0 : sum(counts.map((count) => count * (count - 1))) / (total * (total - 1)));

function intervalOf(value: number, centre: number, perUnit: readonly number[]): Interval | null {
  const n = perUnit.length;
  if (n < 3) return null;
  const half = studentQuantile(0.025, n - 1) * Math.sqrt(sum(perUnit.map((one) => (one - centre) ** 2)) / (n * (n - 1)));
  return { low: Math.max(-1, value - half), high: Math.min(1, value + half), level: 0.95 };
}

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
