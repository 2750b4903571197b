import type { Side } from './slots.js';

const HALF_CENT = 0.005;
const AT_MOST = /(?<!\p{L})(?:jusqu['’]à|maximum|au plus|max|plafonn\p{L}+|dans la limite)(?!\p{L})/iu;
const SHARES: readonly (readonly [RegExp, number])[] = [[/moitié/iu, 1 / 2], [/\btiers\b/iu, 1 / 3], [/\bquart\b/iu, 1 / 4], [/double/iu, 2]];

/** Is one figure made of the other and what else was counted: « deux mois à 20 € » are 40 €, « 70 % de 400 € » 280 €, « jusqu'à 100 € » holds 64 €? */
export function isReckoned(slot: string, before: string, after: string, earlier: Side, later: Side): boolean {
  const [one, other] = [Number(before), Number(after)];
  const [said, now] = [earlier.statement.evidence.quote, later.statement.evidence.quote];
  if ((AT_MOST.test(said) && !AT_MOST.test(now) && other <= one) || (AT_MOST.test(now) && !AT_MOST.test(said) && one <= other)) return true;
  const figures = [...earlier.context.figures, ...later.context.figures].map((told) => ({ slot: told.slice(0, told.indexOf(':')), value: Number(told.slice(told.indexOf(':') + 1)) }));
  const isSame = (value: number): boolean => Math.abs(value - other) <= HALF_CENT || Math.abs(value - one) <= HALF_CENT;
  const times = figures.filter((figure) => figure.slot !== slot && figure.slot !== '%' && figure.slot !== '€' && figure.slot !== 'days' && Number.isInteger(figure.value) && figure.value > 1 && figure.value <= 60).map(({ value }) => value);
  if (slot !== 'days') for (const { slot: unit, value } of figures) if (unit === 'days') times.push(...[value / 30, value / 7, value / 360].filter((count) => Number.isInteger(count) && count > 1));
  const rates = figures.filter((figure) => figure.slot === '%').map(({ value }) => value / 100);
  if (slot === '%') return false;
  const sums = figures.filter((figure) => figure.slot === slot).map(({ value }) => value);
  for (const value of sums) {
    const target = Math.abs(value - one) <= HALF_CENT ? other : one;
    const isTarget = (reckoned: number): boolean => Math.abs(reckoned - target) <= HALF_CENT;
    if (times.some((count) => isTarget(value * count)) || rates.some((rate) => isTarget(value * rate) || isTarget(value * (1 - rate)))) return true;
    if (SHARES.some(([words, share]) => (words.test(said) || words.test(now)) && isTarget(value * share))) return true;
  }
  for (let i = 0; i < sums.length; i++) for (let k = i + 1; k < sums.length; k++) if (sums[i] !== sums[k] && sums.length > 2 && (isSame(sums[i]! + sums[k]!) || isSame(Math.abs(sums[i]! - sums[k]!)))) return true;
  return false;
}
