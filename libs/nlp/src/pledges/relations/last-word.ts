import type { Statement } from '#domain';
import type { Placed } from './order.js';
import { reachOf } from './same-matter.js';

/** Narrows a placed statement. */
export type OnPoint<S extends Statement> = (placed: Placed) => placed is Placed<S>;

/**
 * The last that was said on a point before a statement, looking back from it as far as anything can concern it. Null when nothing was, and when the last word on it was said in
 * the same interaction: there people correct and repeat themselves, and the customer heard it at once.
 * @param said in the order of time; `index` is the statement's place in it
 */
export function lastWordBefore<S extends Statement>(said: readonly Placed[], index: number, onPoint: OnPoint<S>): Placed<S> | null {
  const now = said[index]!;
  const earliest = now.at - reachOf(now);
  for (let at = index - 1; at >= 0; at -= 1) {
    const before = said[at]!;
    if (before.at < earliest) return null;
    if (!onPoint(before)) continue;
    return before.statement.interactionId === now.statement.interactionId ? null : before;
  }
  return null;
}

/** Whether a placed statement is of one of these kinds. */
export const isOf = <K extends Statement['kind']>(placed: Placed, ...kinds: readonly K[]): placed is Placed<Extract<Statement, { kind: K }>> =>
  (kinds as readonly string[]).includes(placed.statement.kind);
