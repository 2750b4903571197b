/** What stands around an extract, within its turn; « … » where it goes on. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** UTF-16 units on each side: about two lines. */
const REACH = 160;

/**
 * The words around an extract, cut between two words.
 * @param text of the turn
 * @param start UTF-16 offset, inclusive
 * @param end UTF-16 offset, exclusive
 */
export function surroundingsOf(text: string, { start, end }: { readonly start: number; readonly end: number }): Surroundings {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  return {
    before: before.length <= REACH ? before : `…${before.slice(-REACH).replace(/^\S*/u, '')}`,
    after: after.length <= REACH ? after : `${after.slice(0, REACH).replace(/\S*$/u, '')}…`,
  };
}
