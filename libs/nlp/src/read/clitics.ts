import { foldWord } from './fold.js';

/** Words that lose their vowel before another: « l' », « qu' », « jusqu' » are tokens of their own, apostrophe included. */
const ELIDED = new Set(['c', 'd', 'j', 'l', 'm', 'n', 's', 't', 'y', 'qu', 'jusqu', 'lorsqu', 'puisqu', 'quoiqu', 'parcequ', 'tandisqu']);
/** One word in spite of their apostrophe (« l'on » is one word in French treebanks). */
const WHOLE_AFTER_ELISION = /^(?:c'est-[àa]-dire|l'on|m'sieur|d'jà|s'cuse[zr]?)(?![\p{L}\p{M}\p{N}])/iu;
const LONGEST_ELIDED = 7;

/** Is `text[start, end)`, followed by an apostrophe, an elided word that ends its token there? */
export function isElided(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST_ELIDED) return false;
  if (!ELIDED.has(foldWord(text.slice(start, end)))) return false;
  const ahead = text.slice(start, start + 14).replace(/[’ʼ‘‛′`´]/g, "'");
  return !WHOLE_AFTER_ELISION.test(ahead);
}

const CLITICS = new Set(
  'je tu il elle on nous vous ils elles ce moi toi le la les lui leur en y ci là'.split(' '),
);
const AFTER_T = new Set(['il', 'elle', 'on', 'ils', 'elles', 'y', 'en']);
/** « parlez-m'en », « va-t'en », « a-t'il » (a common misspelling). */
const ELIDED_CLITIC = /^([mtl])'(en|y|il|elle|on|ils|elles)$/;
/** Compounds whose last part only looks like a pronoun. */
const COMPOUNDS = new Set([
  'rendez-vous', 'garde-à-vous', 'celui-ci', 'celle-ci', 'ceux-ci', 'celles-ci', 'celui-là', 'celle-là', 'ceux-là', 'celles-là',
  'celui-la', 'celle-la', 'ceux-la', 'celles-la',   'par-là', 'jusque-là', 'de-ci', 'de-là', 'chez-moi', 'chez-toi', 'chez-nous', 'chez-vous', 'entre-nous', 'jong-il',
]);

/**
 * Where the pronouns that hang on a hyphenated word start: « dis-le-moi » → `[3, 6]`, « a-t-il » → `[1]`,
 * « rendez-vous », « porte-monnaie » → `[]`. Offsets are relative to the word; each clitic keeps its hyphen
 * (« -le », « -t-il »), as in French treebanks. Linear in the word's length.
 */
export function cliticStarts(word: string): number[] {
  const starts: number[] = [];
  const folded = word.toLowerCase().replace(/[’ʼ‘‛′`´]/g, "'").replace(/[‐‑]/g, '-');
  let end = folded.length;
  while (end > 0) {
    const hyphen = folded.lastIndexOf('-', end - 1);
    if (hyphen <= 0 || (end < 16 && COMPOUNDS.has(folded.slice(0, end)))) break;
    const part = folded.slice(hyphen + 1, end);
    const elided = part.length < 9 ? ELIDED_CLITIC.exec(part) : null;
    if (elided) {
      // « -m'en » is two tokens, « -t'il » one.
      if (elided[2] === 'en' || elided[2] === 'y') starts.push(hyphen + 3);
      end = hyphen;
    } else if (AFTER_T.has(part) && folded.startsWith('-t', hyphen - 2) && hyphen > 2) end = hyphen - 2;
    else if (CLITICS.has(part)) end = hyphen;
    else break;
    starts.push(end);
  }
  return starts.toReversed();
}
