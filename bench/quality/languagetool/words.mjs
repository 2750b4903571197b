/**
 * Words as LanguageTool's French patterns were written for (the conventions were read off its documentation and tokeniser tests; version 6.4 is what they are compared
 * with): each sign is a word, an elided word keeps its apostrophe, a pronoun after its verb keeps its hyphen, figures keep what is stuck to them, and any other
 * word with a hyphen is one word if a dictionary has it, else its parts and the hyphens.
 */
import { splitSentences, tokenise, WordFlag } from '#nlp';

const ADDRESS = "(?:https?://|www\\.)[^\\s«»\"<>()]+[\\p{L}\\p{N}/]|[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+";
/** Signs that stay inside a word where they stand between such characters, and what marks them; each takes its neighbours, so that « 1.2.3 » is « 1.2 », « . », « 3 ». The two apostrophes do not hinder each other. */
const WITHIN = [
  [/(\p{L})'([\p{L}1"‘“«])/gu, "'", '\ue000'],
  [/(\p{L})’([\p{L}1"‘“«])/gu, "'", '\ue004'],
  [/(\d)\.(\d)/g, '.', '\ue001'],
  [/(\d),(\d)/g, ',', '\ue002'],
  // « 10 000 », but not « 2005 454 »; the figures after it are left for the next space, hence the empty second group.
  [/((?<!\d{3})\d) (?=\d{3}(?![\p{L}\d]))()/gu, ' ', '\ue003'],
];
const PIECES = new RegExp(`${ADDRESS}|[\\p{L}\\p{M}\\d§©@€£$_°%‰‱&¨¬\\u{2070}-\\u{209f}\\u{ad}\\u{fffd}\\u{e000}-\\u{e004}-]+|\\S\\p{M}*`, 'gu');

const ELIDED = "(?:[cçjnmtsld]|qu|jusqu|lorsqu|puisqu|quoiqu)'";
const PRONOUN = '-(?:t-(?:elles?|ils?|on)|ce|elles?|en|ils?|je|l[ae]s?|leur|lui|moi|nous|on|toi|tu|vo?us|vs|y)';
const WHOLE = /^(?:c'te?|m'as-tu-vu|c'est-à-dire|add-ons?|rendez-vous|garde-à-vous|chez-(?:eux|[mts]oi|[nv]ous))$/i;
/** The ways to part a run, the first that fits being taken. */
const WAYS = [`(${ELIDED})([^-]*)(${PRONOUN})`, `(${ELIDED})([^'-].*)`, `([^\\d-]+)(${PRONOUN})(${PRONOUN})`, "([^-]*)(-[tm])('(?:en|y))", `(.*?)(${PRONOUN})`].map(
  (way) => new RegExp(`^${way}$`, 'iu'),
);
/** Prefixes that make a word of the dictionary another. */
const NOMINAL_PREFIX =
  /^(?:anti|auto|demi|grand|géo|haut|hyper|inter|macro|micro|mini|méga|nord|néo|post|pro|proto|pré|pseudo|péri|ré|sous|sud|super|sur|ultra|vice)-(.+)$/i;
const VERBAL_PREFIX = /^(?:auto|re|sur)-([^-]{3,})$/i;

/** One character for one, so that offsets stay: apostrophes and hyphens have one shape in the patterns. */
const plain = (text) => text.replaceAll('’', "'").replace(/[‐‑]/g, '-');

/** The words of a text, sentence by sentence, with offsets in the text; the first of each sentence is empty, as these patterns count it. `isWord` tells the compounds that are one word. */
export function sentencesOf(original, isWord) {
  const text = plain(original);
  const marked = plain(WITHIN.reduce((so, [where, , mark]) => so.replace(where, `$1${mark}$2`), original));
  return splitSentences(text, tokenise(text)).map(({ start, end }) => {
    const pieces = Array.from(marked.slice(start, end).matchAll(PIECES), (piece) => partsOf(unmarked(piece[0]), start + piece.index, isWord));
    return [{ text: '', start, end: start }, ...pieces.flat()].map((word, index, all) => ({ ...word, before: all[index - 1]?.text ?? '', after: all[index + 1]?.text ?? '' }));
  });
}

const unmarked = (piece) => WITHIN.reduce((so, [, sign, mark]) => so.replaceAll(mark, sign), piece);

function partsOf(piece, start, isWord) {
  const [, before, core, after] = /^(-*)(.*?)(-*)$/su.exec(piece);
  const found = core === '' || WHOLE.test(core) ? null : WAYS.map((way) => way.exec(core)).find((ways) => ways !== null);
  const parts = found ? found.slice(1).flatMap((part) => hyphenated(part, isWord)) : hyphenated(core, isWord);
  let at = start;
  return [...before, ...parts, ...after].filter((part) => part !== '').map((part) => ({ text: part, start: at, end: (at += part.length) }));
}

const PRONOUN_ALONE = new RegExp(`^${PRONOUN}$`, 'iu');

function hyphenated(part, isWord) {
  if (!part.includes('-') || PRONOUN_ALONE.test(part) || WHOLE.test(part) || isWord(part)) return [part];
  return part.split(/(-)/);
}

/** Whether the dictionary has the word as it is spelt, a capital that only begins it or the whole in capitals set aside. */
export function isListed(word, lexicon) {
  if (readings(word, lexicon).length > 0) return true;
  const nominal = NOMINAL_PREFIX.exec(word)?.[1];
  if (nominal !== undefined && readings(nominal, lexicon).some(({ flags }) => (flags & (WordFlag.nominal | WordFlag.pastParticiple)) !== 0)) return true;
  const verbal = VERBAL_PREFIX.exec(word)?.[1];
  return verbal !== undefined && readings(verbal, lexicon).some(({ flags }) => (flags & ~(WordFlag.nominal | WordFlag.invariable)) !== 0);
}

/** What the dictionary says about a word in this very spelling. */
export function readings(word, lexicon) {
  const lower = word.toLowerCase();
  const inside = word.slice(1);
  const spellings = inside === lower.slice(1) || word === word.toUpperCase() ? [word, lower] : [word];
  return lexicon.analyses(word).filter(({ form }) => spellings.includes(form));
}
