import type { TurnWords } from '../words/turn-words.js';

/** Verbs of several words by the last of them: « prendre en charge », « mettre de côté », « mise en service ». */
const TABLE: Readonly<Record<string, readonly (readonly [before: string, root: string])[]>> = {
  charge: [['en', 'prendre-charge']],
  cote: [['de', 'mettre-cote']],
  service: [['en', 'mettre-service']],
  marche: [['en', 'mettre-service']],
  route: [['en', 'mettre-service']],
  place: [['en', 'installer']],
  etat: [['en', 'reparer']],
  domicile: [['a', 'livrer-domicile']],
};

/** The root of a verb of several words that ends with word `i`. */
export function compoundAt(words: TurnWords, i: number): string | undefined {
  const rows = Object.hasOwn(TABLE, words.at(i)) ? TABLE[words.at(i)] : undefined;
  return rows?.find(([before, root]) => words.at(i - 1) === before && root !== 'livrer-domicile')?.[1];
}
