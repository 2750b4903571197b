import { foldWord } from '../../read/index.js';

/** What tells the thing of a statement apart from others of its kind, read once: a statement is held against every other one of its history. */
export interface QuotedWords {
  /** Folded. */
  readonly words: readonly string[];
  /** Those written with a capital inside a sentence. */
  readonly names: ReadonlySet<string>;
  readonly references: ReadonlySet<string>;
  readonly days: ReadonlySet<string>;
  readonly sizes: ReadonlySet<string>;
  readonly isAnother: boolean;
  readonly isFirst: boolean;
  /** Two bits for each of `CONTRASTS`: only the one of the pair is said, only the other is. */
  readonly sides: number;
  readonly hasPerson: boolean;
}

const WORD = /\p{L}[\p{L}\p{M}'’-]*|\d+/gu;
/** Capitals that name no thing. */
const TITLES = new Set('madame monsieur mademoiselle mme mr bonjour je nous vous notre votre le la les un une des il elle ils elles on ce cet cette ces lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' '));
export const DETERMINERS = new Set("le la les l' un une votre vos notre nos ton ta tes son sa ses ce cet cette ces mon ma mes".split(' '));
const PERSONS = new Set('fille fils mari femme epouse epoux mere pere frere soeur conjoint conjointe compagnon compagne enfant ami amie maman papa beau-frere belle-mere voisin voisine collegue'.split(' '));
/** « la commande 4512 », « le dossier n° 77-12 », « le vol du 12 ». */
const REFERENCE = /(?:commande|dossier|facture|contrat|numero|reservation|reference|ref|n°|no|ticket)\s*(?:n°|no|numero)?\s*:?\s*([a-z]{0,3}-?\d{3,}[\w-]*)/gu;
const OF_THE_DAY = /\b(?:vol|train|facture|commande|rendez-vous|rdv|seance|cours|nuit|match|concert|voyage|sejour|prelevement|echeance|billet|reservation)s? du (\d{1,2})\b/gu;
/** « la taille quarante », « la taille 42 ». */
const SIZED = /\b(?:taille|pointure|classe|niveau|chambre|appartement|lot) (\d+|[a-z]+ante?|[a-z]{2,}nte(?:-\w+)*|xs|xl|xxl|[sml])\b/gu;
const ANOTHER = /\b(?:deuxieme|second|seconde|(?<!\b(?:du|au) )(?:2e|2eme|3e|3eme)|troisieme)\b/u;
const FIRST = /\b(?:premier|premiere|1er|1ere)\b/u;

/** Pairs of words of which one thing has one and another thing the other. */
const CONTRASTS: readonly (readonly [RegExp, RegExp])[] = [
  [/\baller\b/u, /\bretour\b/u],
  [/\bsimples?\b/u, /\bdoubles?\b/u],
  [/\badultes?\b/u, /\benfants?\b/u],
  [/\bexpress\b/u, /\b(?:standard|normale?|classique|point relais|relais)\b/u],
  [/\bgrande?s?\b/u, /\bpetite?s?\b/u],
  [/\bmensuel(?:le)?s?\b/u, /\bannuel(?:le)?s?\b/u],
  [/\bpieces?\b/u, /\bmain[- ]d'(?:oeuvre|œuvre)\b/u],
  [/\bpremiere?s?\b/u, /\bderniere?s?\b/u],
];

const known = new Map<string, QuotedWords>();
/** More than the statements of any customer; a bound on memory, not on what is found. */
const MOST_KNOWN = 5_000;

/** What is read in a statement's words. */
export function quotedWords(text: string): QuotedWords {
  const there = known.get(text);
  if (there !== undefined) return there;
  const folded = foldWord(text);
  const quoted = wordsOf(text);
  const read = {
    ...quoted,
    references: foundBy(REFERENCE, folded),
    days: foundBy(OF_THE_DAY, folded),
    sizes: foundBy(SIZED, folded),
    isAnother: ANOTHER.test(folded),
    isFirst: FIRST.test(folded),
    sides: sidesOf(folded),
    hasPerson: hasPerson(quoted.words),
  };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, read);
  return read;
}

const foundBy = (pattern: RegExp, text: string): ReadonlySet<string> => new Set([...text.matchAll(pattern)].map(([, found]) => found!));

function sidesOf(text: string): number {
  return CONTRASTS.reduce((sides, [one, other], i) => {
    const [left, right] = [one.test(text), other.test(text)];
    return left === right ? sides : sides | (left ? 1 << (2 * i) : 2 << (2 * i));
  }, 0);
}

/** The other one of each pair. */
export const flipped = (sides: number): number => ((sides & 0x5555) << 1) | ((sides >> 1) & 0x5555);

function wordsOf(text: string): Pick<QuotedWords, 'words' | 'names'> {
  const words: string[] = [];
  const names = new Set<string>();
  for (const { 0: found, index } of text.matchAll(WORD)) {
    const elided = /^([cdjlmnst]|qu)['’](.+)$/iu.exec(found);
    const bare = elided?.[2] ?? found;
    if (elided !== null) words.push(`${foldWord(elided[1]!)}'`);
    const folded = foldWord(bare);
    words.push(folded);
    if (index > 0 && /^\p{Lu}\p{Ll}/u.test(bare) && !TITLES.has(folded)) names.add(folded);
  }
  return { words, names };
}

/** « le billet de votre fille »: somebody else's. */
const hasPerson = (words: readonly string[]): boolean => words.some((word, i) => PERSONS.has(word) && words[i + 1] !== 'de' && DETERMINERS.has(words[i - 1] ?? '') && (i < 3 || /^(?:de|d'|du|pour)$/.test(words[i - 2]!)));
