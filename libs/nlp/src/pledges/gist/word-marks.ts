import { VALUES } from '../lexicon/kinds-of-values.js';
import { COMPOUND_ENDS } from '../lexicon/compounds.js';
import { type Opposite, OPPOSITES } from '../lexicon/opposites.js';
import { WEEKDAYS } from '../deadlines/time-words.js';
import type { Word } from '../words/word.js';

/** What a word may tell, so that most words are passed over. */
export const Mark = { value: 1, role: 2, need: 4, compound: 8, foreign: 16, nothing: 32, special: 64 } as const;

const FOREIGN = new Set('the your you will and is of to with for und der ist mit nicht los por para el'.split(' '));
const OWN_VALUES = new Set('option supplement sus fois versement versements cheque cheques mensualite mensualites echeance echeances prelevement prelevements totalite comptant ans mois jours semaines garantie relais'.split(' '));
const ROLE = new Set('charge frais revient incombe appartient reviennent incombent par a vous-meme'.split(' '));
const NEED = new Set('besoin peine sans respecter fournir presenter prevoir joindre produire signer remplir'.split(' '));
const SPECIAL = new Set(['machine', 'avoir', 'bon', 'carte', 'trop']);

/** A sum of `Mark`s; found once for each form. */
export function marksOf(word: Word): number {
  if (word.gistMarks < 0) word.gistMarks = find(word.text);
  return word.gistMarks;
}

function find(text: string): number {
  const one = singular(text);
  const isValue = oppositeOf(text) !== undefined || OWN_VALUES.has(text) || one.startsWith('reserve') || WEEKDAYS.has(one) || Object.values(VALUES).some((values) => values.has(one) || values.has(text));
  return (
    (isValue ? Mark.value : 0) | (ROLE.has(text) || VALUES.role.has(one) ? Mark.role : 0) | (NEED.has(text) ? Mark.need : 0) | (COMPOUND_ENDS.has(text) ? Mark.compound : 0) |
    (FOREIGN.has(text) ? Mark.foreign : 0) | (text === 'rien' ? Mark.nothing : 0) | (SPECIAL.has(text) ? Mark.special : 0)
  );
}

export const singular = (text: string): string => (text.length > 4 && text.endsWith('s') ? text.slice(0, -1) : text);

/** « gratuits », « autorisée », « inclusive »: the masculine singular is looked up. */
export function oppositeOf(text: string): Opposite | undefined {
  const one = singular(text);
  const found = OPPOSITES.get(text) ?? OPPOSITES.get(one);
  if (found !== undefined || !one.endsWith('e')) return found;
  return OPPOSITES.get(one.slice(0, -1)) ?? (one.endsWith('lle') ? OPPOSITES.get(one.slice(0, -2)) : one.endsWith('ve') ? OPPOSITES.get(`${one.slice(0, -2)}f`) : undefined);
}
