/**
 * Third and fourth cumulant of a beta distribution of the given mean and variance: how skewed and how heavy-tailed true
 * rates near 0 or 1 are. Formulas of skewness and excess kurtosis: Johnson, Kotz & Balakrishnan, "Continuous Univariate
 * Distributions" 2 (1995), ch. 25. Zero where no beta distribution has that variance.
 */
export function betaCumulants(mean: number, variance: number): { readonly third: number; readonly fourth: number } {
  const size = variance > 0 ? (mean * (1 - mean)) / variance - 1 : 0;
  if (size <= 1e-6) return { third: 0, fourth: 0 };
  const [a, b] = [mean * size, (1 - mean) * size];
  const skewness = (2 * (b - a) * Math.sqrt(size + 1)) / ((size + 2) * Math.sqrt(a * b));
  const excess = (6 * ((a - b) ** 2 * (size + 1) - a * b * (size + 2))) / (a * b * (size + 2) * (size + 3));
  return { third: skewness * variance ** 1.5, fourth: excess * variance ** 2 };
}
