/** The allowed word nearest to what was written, when it is near enough to be a slip; Levenshtein distance. */
export function nearestWord(found: string, allowed: readonly string[]): string | undefined {
  let best: string | undefined;
  // A word of which nothing would be left is no slip of another.
  let least = Math.min(Math.max(2, Math.floor(found.length / 3)) + 1, found.length);
  for (const word of allowed) {
    const distance = levenshtein(found.slice(0, 40).toLowerCase(), word.toLowerCase());
    if (distance < least) {
      least = distance;
      best = word;
    }
  }
  return best;
}

/** The same, as a problem tells it. */
export function nearestOf(found: string, allowed: readonly string[]): { readonly nearest?: string } {
  const nearest = nearestWord(found, allowed);
  return nearest === undefined ? {} : { nearest };
}

function levenshtein(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}
