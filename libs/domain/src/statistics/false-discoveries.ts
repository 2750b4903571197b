/**
 * p-values adjusted for how many questions were asked at once: of those at most q, a share of at most q is expected to be
 * chance. Source: Y. Benjamini & Y. Hochberg, "Controlling the false discovery rate", J. R. Statist. Soc. B 57 (1995) 289–300.
 * @returns in the order given.
 */
export function falseDiscoveryRates(pValues: readonly number[]): number[] {
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const adjusted: number[] = Array.from(pValues, () => 1);
  let smallest = 1;
  order.forEach(({ p, index }, fromTop) => {
    smallest = Math.min(smallest, (p * pValues.length) / (pValues.length - fromTop));
    adjusted[index] = smallest;
  });
  return adjusted;
}
