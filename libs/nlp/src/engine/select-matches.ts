/** Tokens [start, end) of the stream. */
export interface TokenMatch {
  readonly start: number;
  readonly end: number;
}

interface Hit extends TokenMatch {
  readonly cost: number;
}

/**
 * Of all the ways a pattern fits (triples start, end, cost): for each start the one with the least cost, then the
 * longest; then for each end likewise. Sorted by start.
 */
export function bestMatches(triples: readonly number[]): TokenMatch[] {
  const hits: Hit[] = [];
  for (let index = 0; index < triples.length; index += 3) {
    hits.push({ start: triples[index]!, end: triples[index + 1]!, cost: triples[index + 2]! });
  }
  if (hits.length === 1) return hits;
  return bestPer(bestPer(hits, (hit) => hit.start), (hit) => hit.end).sort((a, b) => a.start - b.start);
}

function bestPer(hits: readonly Hit[], key: (hit: Hit) => number): Hit[] {
  const best = new Map<number, Hit>();
  for (const hit of hits) {
    const known = best.get(key(hit));
    if (known === undefined || isBetter(hit, known)) best.set(key(hit), hit);
  }
  return [...best.values()];
}

const isBetter = (a: Hit, b: Hit): boolean =>
  a.cost !== b.cost ? a.cost < b.cost : a.end - a.start > b.end - b.start;

/** The leftmost matches, the longest first where several start together, none sharing a token with another. */
export function withoutOverlap(matches: readonly TokenMatch[]): TokenMatch[] {
  const sorted = [...matches].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: TokenMatch[] = [];
  let free = -1;
  for (const match of sorted) {
    if (match.start < free) continue;
    kept.push(match);
    free = match.end;
  }
  return kept;
}
