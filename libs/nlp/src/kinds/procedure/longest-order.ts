/**
 * Given, for each step in the order it is due, the positions where it was done, the steps of a largest subset that can be given
 * ascending positions. Longest increasing subsequence with a choice per step, by dynamic programming: `ends[k]` is the least
 * position at which a subset of k steps can end.
 */
export function longestOrder(positions: readonly (readonly number[])[]): Set<number> {
  interface Chain {
    readonly end: number;
    readonly steps: readonly number[];
  }
  let ends: Chain[] = [{ end: -1, steps: [] }];
  positions.forEach((places, step) => {
    const next = [...ends];
    ends.forEach((chain, size) => {
      const place = places.filter((at) => at >= chain.end).reduce((least, at) => Math.min(least, at), Infinity);
      if (place === Infinity) return;
      const known = next[size + 1];
      if (known === undefined || place < known.end) next[size + 1] = { end: place, steps: [...chain.steps, step] };
    });
    ends = next;
  });
  return new Set(ends.at(-1)!.steps);
}
