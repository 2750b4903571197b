import type { TurnWords } from '../words/turn-words.js';

/** Verbs of several words by the last of them, with the word before it: « prendre en charge », « mettre de côté », « mise en service ». */
const TABLE: ReadonlyMap<string, readonly [before: string, root: string]> = new Map([
  ['charge', ['en', 'prendre-charge']],
  ['cote', ['de', 'mettre-cote']],
  ['service', ['en', 'mettre-service']],
  ['marche', ['en', 'mettre-service']],
  ['route', ['en', 'mettre-service']],
  ['place', ['en', 'installer']],
  ['etat', ['en', 'reparer']],
]);

export const COMPOUND_ENDS: ReadonlySet<string> = new Set(TABLE.keys());

/** The root of a verb of several words that ends with word `i`. */
export function compoundAt(words: TurnWords, i: number): string | undefined {
  const row = TABLE.get(words.at(i));
  return row !== undefined && words.at(i - 1) === row[0] ? row[1] : undefined;
}
