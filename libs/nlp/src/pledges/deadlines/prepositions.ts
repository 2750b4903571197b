import type { TurnWords } from '../words/turn-words.js';

/**
 * What stands before a time. `by`: until its end · `from`: a stretch begins with it · `before`: until the day before ·
 * `latest`: said to be the last moment · `none`: a length, a rhythm or the past, which is no deadline.
 */
export type Sense = 'by' | 'from' | 'before' | 'latest' | 'none';

export interface Preposition {
  readonly sense: Sense;
  /** Position of the word after it. */
  readonly end: number;
  /** `hours of a day`: « avant 18 h » is a time, « avant 48 h » a delay. */
  readonly delay: 'yes' | 'no' | 'hours of a day' | 'hours to come';
  readonly point: boolean;
  /** Its words belong to the deadline's: « au plus tard le 12 », but « fixé au | lundi 12 ». */
  readonly isPart: boolean;
  /** It holds the article of a date: « au 12 ». */
  readonly hasArticle: boolean;
  /** There is none. */
  readonly isBare: boolean;
}

type Row = readonly [phrases: string, sense: Sense, delay: Preposition['delay'], point: boolean];

const TABLE: readonly Row[] = [
  ["au plus tard dans|au plus tard sous|sous un delai de|sous", 'by', 'yes', false],
  ["au plus tard avant", 'before', 'hours of a day', true],
  ["au plus tard pour|au plus tard d' ici|au plus tard en|au plus tard a|au plus tard au|au plus tard|au maximum|maximum|max", 'latest', 'hours of a day', true],
  ["d' ici a|d' ici au|d' ici en|d' ici dans|d' ici", 'from', 'hours to come', true],
  ["dans le courant de|dans le courant|courant de|au cours de|en cours de|pour|vers|en|ce|cet|cette|a|au|aux", 'by', 'no', true],
  ["en|dans", 'by', 'yes', true],
  ["a la date du|en date du", 'by', 'no', true],
  ["a partir de|a partir|a compter de|a compter|des", 'from', 'no', true],
  ["avant", 'before', 'hours of a day', true],
  ["jusqu' a|jusqu' au|jusqu' en|jusqu'|il y a|y a|depuis|pendant|durant|toute|tous|toutes|chaque|valable|hier|date de|datant", 'none', 'yes', true],
];
const PHRASES = TABLE.flatMap(([phrases, sense, delay, point]) => phrases.split('|').map((phrase) => ({ phrase, length: phrase.split(' ').length, sense, delay, point })))
  .toSorted((a, b) => b.length - a.length || (a.delay === 'yes' ? -1 : 1));
const OPENERS = new Map<string, typeof PHRASES>();
for (const one of PHRASES) {
  const opener = one.phrase.split(' ')[0]!;
  OPENERS.set(opener, [...(OPENERS.get(opener) ?? []), one]);
}

const UNTIL = /^jusqu' (?:au|a|en)|^jusqu'/;

/** The words that a preposition may begin with. */
export const PREPOSITIONS: readonly string[] = [...OPENERS.keys()];

/** Of the day itself: « ce soir ». */
const DEMONSTRATIVES = new Set(['ce', 'cet', 'cette']);
/** Left out of the deadline's words when they stand alone: « fixé au lundi 12 ». */
const OUTSIDE = new Set(['au', 'aux']);

/** « il faut compter | dix jours », « il faudra patienter | jusqu'au 15 »: the wait ends then. */
const WAITING = new Set(['compter', 'comptez', 'compte', 'prevoir', 'prevoyez', 'patienter', 'patientez', 'attendre', 'prendra', 'prend', 'durera', 'demandera', 'necessitera']);
const STILL = new Set(['encore', 'environ', 'plutot', 'bien', 'donc', 'a', 'peu', 'pres', 'facilement', 'bonnes', 'minimum', 'au', 'moins']);

function isWaited(words: TurnWords, i: number): boolean {
  let at = i - 1;
  while (at > i - 4 && STILL.has(words.at(at))) at--;
  return WAITING.has(words.at(at));
}

/** The preposition at word `i`; none there: a bare one. */
export function readPreposition(words: TurnWords, i: number, end: number): Preposition {
  if (isWaited(words, i)) {
    const until = UNTIL.exec(`${words.at(i)} ${words.at(i + 1)}`)?.[0];
    if (until !== undefined) return { sense: 'by', end: i + until.split(' ').length, delay: 'no', point: true, isPart: true, hasArticle: until.endsWith('au'), isBare: false };
    if (!OPENERS.has(words.at(i))) return { sense: 'by', end: i, delay: 'yes', point: true, isPart: true, hasArticle: false, isBare: true };
  }
  const found = OPENERS.get(words.at(i))?.find(({ phrase, length }) => i + length < end && (length === 1 || words.says(i, phrase)));
  if (found === undefined) return { sense: 'by', end: i, delay: 'no', point: true, isPart: true, hasArticle: false, isBare: true };
  const { phrase, length, sense, delay, point } = found;
  const isDemonstrative = DEMONSTRATIVES.has(phrase);
  return { sense, end: isDemonstrative ? i : i + length, delay, point, isPart: !OUTSIDE.has(phrase), hasArticle: /(?:^| )(?:aux?|du)$/.test(phrase), isBare: isDemonstrative };
}
