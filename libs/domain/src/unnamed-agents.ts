/** With what the ref of an agent begins who is known no more: `§nord§3`, `§§1` of no team (docs/decisions/0015). */
export const UNNAMED = '§';

/**
 * How many persons these refs are at least: the same person may stand once by name, once among the unnamed of the team and once among those of no
 * team, so that these are not added up.
 */
export function personsAmong(refs: Iterable<string>): number {
  const all = new Set(refs);
  let [unnamed, ofNoTeam] = [0, 0];
  for (const ref of all) {
    if (!ref.startsWith(UNNAMED)) continue;
    unnamed++;
    if (ref.startsWith(UNNAMED, 1)) ofNoTeam++;
  }
  return Math.max(all.size - unnamed, unnamed - ofNoTeam, ofNoTeam);
}
