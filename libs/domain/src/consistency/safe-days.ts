/** What one day adds to a group: who handled how much. */
export interface DayLoad {
  readonly day: string;
  readonly agent: string;
  readonly interactions: number;
}

/**
 * Days between which a group's figures may be cut. Two answers for periods that differ by some days tell, by subtraction,
 * those days alone: cuts therefore stand only where enough agents and interactions lie between one and the next.
 * Days after the last cut wait until there are enough of them.
 * @param loads of the group, every day there is, in any order.
 * @returns the first day and last day of each piece, in order.
 */
export function safePieces(loads: readonly DayLoad[], least: { readonly agents: number; readonly interactions: number }): { from: string; to: string }[] {
  const pieces: { from: string; to: string }[] = [];
  let from: string | null = null;
  let agents = new Set<string>();
  let interactions = 0;
  const ordered = loads.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  ordered.forEach(({ day, agent, interactions: more }, i) => {
    from ??= day;
    agents.add(agent);
    interactions += more;
    if (ordered[i + 1]?.day === day) return;
    if (agents.size < least.agents || interactions < least.interactions) return;
    pieces.push({ from, to: day });
    [from, agents, interactions] = [null, new Set(), 0];
  });
  return pieces;
}

/** The whole pieces within a period (inclusive days, null for open); null when none is. */
export function countedDays(
  pieces: readonly { readonly from: string; readonly to: string }[],
  { from, to }: { readonly from?: string; readonly to?: string },
): { readonly from: string; readonly to: string } | null {
  const within = pieces.filter((piece) => (from === undefined || piece.from >= from) && (to === undefined || piece.to <= to));
  const [first, last] = [within[0], within.at(-1)];
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to };
}
