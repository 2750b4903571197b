/** Plural endings and what they are in the singular; the first that fits is taken. */
const PLURALS: readonly (readonly [RegExp, string])[] = [[/eaux$/, 'eau'], [/aux$/, 'al'], [/(?<=[^s])s$/, ''], [/x$/, '']];
const LONGEST = 60;

/** Lemmas of a word that the lexicon does not know (names, trades, new words): itself, and its singular. */
export function guessLemmas(form: string): string[] {
  const lower = form.toLowerCase();
  if (lower.length > LONGEST || !/\p{L}{3}/u.test(lower)) return [lower];
  const singular = lower.split('-').map(singularOf).join('-');
  return singular === lower ? [lower] : [singular, lower];
}

function singularOf(part: string): string {
  const plural = part.length > 3 ? PLURALS.find(([ending]) => ending.test(part)) : undefined;
  return plural ? part.replace(plural[0], plural[1]) : part;
}
