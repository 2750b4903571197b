import stemmer from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';

/** Plural endings and what they are in the singular; the first that fits is taken. */
const PLURALS: readonly (readonly [RegExp, string])[] = [[/eaux$/, 'eau'], [/aux$/, 'al'], [/(?<=[^s])s$/, ''], [/x$/, '']];
/** Endings of participles and conjugated forms; new verbs are of the first group: « spoilez », « géolocalisée ». */
const VERBAL = /(?:ée?s?|er|ons|ez|ais|ait|aient|ant|era|erai|eront)$/;
const FEMININE_OR_PLURAL = /(?:es?|s)$/;
const LONGEST = 60;
/** In shorter words an ending is as often part of the stem. */
const SHORTEST_STEMMED = 6;

/**
 * Lemmas of a word that the lexicon does not know (names, trades, new words): itself, its singular, and, unless it is written as a name, what natural's French
 * stemmer leaves of it, as an adjective and as a verb.
 */
export function guessLemmas(form: string): string[] {
  const lower = form.toLowerCase();
  if (lower.length > LONGEST || !/\p{L}{3}/u.test(lower)) return [lower];
  const singular = lower.split('-').map(singularOf).join('-');
  return [...new Set([singular, lower, ...(form[0] === lower[0] ? stemmed(lower) : [])])];
}

function singularOf(part: string): string {
  const plural = part.length > 3 ? PLURALS.find(([ending]) => ending.test(part)) : undefined;
  return plural ? part.replace(plural[0], plural[1]) : part;
}

function stemmed(lower: string): string[] {
  if (lower.length < SHORTEST_STEMMED) return [];
  const stem = stemmer.stem(lower);
  return [...(FEMININE_OR_PLURAL.test(lower) ? [stem] : []), ...(VERBAL.test(lower) ? [`${stem}er`] : [])];
}
