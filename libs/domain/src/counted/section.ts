import { addTo, emptyLoads, Load, type Least, type Loads } from './load.js';

/** A day on which a group did something, by the ways in which the group is parted. */
export interface LoadedDay {
  readonly day: string;
  readonly loads: Loads;
  /** Whether the group may be cut between this day and its next one. */
  readonly mayCut: boolean;
}

/** Some weeks that may be told apart from those before and after. */
export interface Section {
  /** Days after which it may be cut, its last one included. */
  readonly cuts: readonly string[];
  readonly loads: Loads;
  /** By way of parting: parts too small to be shown, with as many others, the smallest first, as keep them from being had by subtraction. */
  readonly pooled: readonly ReadonlySet<string>[];
}

/**
 * The section that some days make; null when it would show somebody, and has to wait for another week. Within it cuts stand where every
 * part that is shown, and those that are not together, have enough between one cut and the next, or nothing at all. What is left at the
 * end goes with the cut before it: a quiet weekend to its Friday, so that weeks stay whole.
 */
export function sectionOf(days: readonly LoadedDay[], least: Least): Section | null {
  const ways = days[0]!.loads.length;
  const loads = emptyLoads(ways);
  for (const day of days) addTo(loads, day.loads);
  const pooled = loads.map((parts) => poolOf(parts, least));
  if (!pooled.every((pool) => pool !== null)) return null;

  const pieces: { readonly to: string; readonly loads: Loads }[] = [];
  let piece = emptyLoads(ways);
  for (const { day, loads: more, mayCut } of days) {
    addTo(piece, more);
    if (!mayCut || !fits(piece, pooled, least)) continue;
    pieces.push({ to: day, loads: piece });
    piece = emptyLoads(ways);
  }
  const last = days.at(-1)!.day;
  if (pieces.at(-1)?.to === last) pieces.pop();
  else while (pieces.length > 0 && !fits(addTo(piece, pieces.pop()!.loads), pooled, least));
  return { cuts: [...pieces.map(({ to }) => to), last], loads, pooled };
}

function poolOf(parts: ReadonlyMap<string, Load>, least: Least): ReadonlySet<string> | null {
  const pool = new Set([...parts].filter(([, load]) => !load.isEnough(least)).map(([key]) => key));
  if (pool.size === 0) return pool;
  const together = new Load();
  for (const key of pool) together.include(parts.get(key)!);
  const others = [...parts].filter(([key]) => !pool.has(key)).sort(([a, one], [b, other]) => one.interactions - other.interactions || (a < b ? -1 : 1));
  for (const [key, load] of others) {
    if (together.isEnough(least)) break;
    pool.add(key);
    together.include(load);
  }
  return together.isEnough(least) ? pool : null;
}

const fits = (loads: Loads, pooled: readonly ReadonlySet<string>[], least: Least): boolean =>
  loads.every((parts, way) => {
    const hidden = new Load();
    let any = false;
    for (const [key, load] of parts) {
      if (pooled[way]!.has(key)) {
        hidden.include(load);
        any = true;
      } else if (!load.isEnough(least)) return false;
    }
    return !any || hidden.isEnough(least);
  });
