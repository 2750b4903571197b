import { Phrases } from '../clauses/phrases.js';
import { SET_DEEDS, SET_THINGS } from '../lexicon/set-phrases.js';
import { lemmasOf, type VerbGroup } from '../verbs/verb-group.js';
import type { TurnWords } from '../words/turn-words.js';
import { rootOfVerb } from './roots.js';

/** What a wording of several words names, and where it ends. */
export interface SetPhrase {
  readonly root: string;
  readonly isDeed: boolean;
  readonly end: number;
}

interface Row {
  readonly root: string;
  readonly isDeed: boolean;
  /** The verb that has to be in the clause. */
  readonly verb: string | null;
}

const plural = (word: string): string => (word.length < 4 || /[sxz']$/.test(word) ? word : word.endsWith('eau') ? `${word}x` : `${word}s`);

const ROWS = new Map<string, Row[]>();
for (const [table, isDeed] of [[SET_THINGS, false], [SET_DEEDS, true]] as const) {
  for (const line of table.trim().split('\n')) {
    const [name = '', wordings = ''] = line.split(': ');
    const [root = '', verb = null] = name.split(' < ');
    for (const wording of wordings.split(' | ').flatMap(withPlurals)) ROWS.set(wording, [...(ROWS.get(wording) ?? []), { root, isDeed, verb }]);
  }
}
const WORDINGS = new Phrases([...ROWS.keys()].join('|'));

/** « boîtes aux lettres », « cartes grises ». */
function withPlurals(wording: string): string[] {
  const words = wording.split(' ');
  return [...new Set([wording, [plural(words[0]!), ...words.slice(1)].join(' '), words.map(plural).join(' ')])];
}

/**
 * The longest set phrase that begins at word `i`; null: none.
 * @param group the verb of the clause: some phrases are one only with a verb of their own
 */
export function setPhraseAt(words: TurnWords, i: number, to: number, group: VerbGroup | null): SetPhrase | null {
  const end = WORDINGS.endAt(words, i, to);
  if (end === 0) return null;
  const said: string[] = [];
  for (let at = i; at < end; at++) said.push(words.at(at));
  const row = ROWS.get(said.join(' '))?.find(({ verb }) => verb === null || (group !== null && lemmasOf(group).some((lemma) => rootOfVerb(lemma) === verb)));
  return row === undefined ? null : { root: row.root, isDeed: row.isDeed, end };
}
