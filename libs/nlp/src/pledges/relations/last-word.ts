import type { Statement } from '#domain';

/**
 * The last that was said on a point before a statement, looking back from it. Null when nothing was, and when the last word on it was said in
 * the same interaction: there people correct and repeat themselves, and the customer heard it at once.
 * @param said in the order of time; `index` is the statement's place in it
 */
export function lastWordBefore<S extends Statement>(said: readonly Statement[], index: number, onPoint: (statement: Statement) => statement is S): S | null {
  const now = said[index]!;
  for (let at = index - 1; at >= 0; at -= 1) {
    const before = said[at]!;
    if (!onPoint(before)) continue;
    return before.interactionId === now.interactionId ? null : before;
  }
  return null;
}
