/**
 * LanguageTool's token patterns as patterns of the engine. What a token asks for becomes the set of the words that fulfil it, out of all words that are going to
 * be read; order, repetition, what may be left out and what may be skipped become the engine's own nodes, and the engine alone does the matching.
 */
import { javaRegExp } from './java-regexp.mjs';
import { readings } from './words.mjs';

/** Where LanguageTool's dictionary gives a small word another lemma than the reader's treebanks do. */
const OTHER_LEMMAS = new Map(
  Object.entries({
    a: ['avoir'], au: ['à+le'], aux: ['à+le'], du: ['de+le'], des: ['de', 'un'], les: ['le'], la: ['le'], "l'": ['le'], "s'": ['se', 'si'], '-le': ['le'], '-la': ['le'], '-les': ['le'],
  }),
);

/** A test of what a token asks for, of one spelling or lemma. Throws `SyntaxError` for an expression that cannot be read. */
function textTest(t, re, cs) {
  if (re) {
    const pattern = javaRegExp(t, cs);
    return (text) => pattern.test(text);
  }
  const lower = t.toLowerCase();
  return cs ? (text) => text === t : (text) => text.toLowerCase() === lower;
}

/** Whether a pattern spells a compound as one token: then the dictionary that the patterns were written for has it as one word. */
export function namedCompounds(rows) {
  const names = rows.flat().flatMap(({ t, re }) => (!re && t !== null && /[^-]-[^-]/.test(t) ? [t.toLowerCase()] : []));
  const named = new Set(names);
  return (word) => named.has(word.toLowerCase());
}

const NEXT = 'next';
const PREVIOUS = 'previous';

/** Translates patterns over the words that are going to be read. */
export class Translation {
  sets = new Map();
  tests = new Map();
  lemmas = new Map();

  /** `symbols`: every different `{ text, before, after }` that will be read, the empty word before each sentence included; `nameOf` is what the engine calls one. */
  constructor(symbols, nameOf, lexicon) {
    this.symbols = symbols;
    this.nameOf = nameOf;
    this.lexicon = lexicon;
  }

  /** A row of tokens as a pattern; `name` has to be the pattern's own. Throws `SyntaxError` for an expression that cannot be read. */
  pattern(name, tokens) {
    const root = tokens.reduceRight((after, token, index) => this.row(token, tokens[index - 1], after), null);
    return { text: name, root, atStart: false, atEnd: false };
  }

  /** One token and what follows it. A token that may be left out takes with it the words that may be skipped after it; at the end none may be left out. */
  row(token, last, after) {
    const forbidden = last !== undefined && last.skip > 0 ? exceptions(last, NEXT) : [];
    const one = this.words(token, forbidden);
    const again = Array.from({ length: Math.max(token.mx, token.mn) - 1 }, (_, index) => (index + 1 < token.mn ? one : { type: 'optional', item: one }));
    const said = { type: 'sequence', items: [one, ...again, ...(after === null ? [] : this.skipped(token))] };
    return { type: 'sequence', items: [token.mn === 0 && after !== null ? { type: 'optional', item: said } : said, ...(after === null ? [] : [after])] };
  }

  /** Up to `skip` words, none of them one that the token does not want to come next. */
  skipped(token) {
    if (token.skip === 0) return [];
    const forbidden = exceptions(token, NEXT);
    if (forbidden.length === 0) return [{ type: 'gap', least: 0, most: token.skip }];
    const any = this.words({ t: '' }, forbidden);
    return Array.from({ length: token.skip }, () => ({ type: 'optional', item: any }));
  }

  /** The words that fulfil a token, that none of its exceptions holds of, and that are not `forbidden` where they stand. */
  words(token, forbidden) {
    const key = JSON.stringify([token.t, token.re, token.inf, token.neg, token.cs, token.ex, forbidden]);
    let set = this.sets.get(key);
    if (set === undefined) {
      const asked = this.fitting(token);
      const own = [...exceptions(token), ...forbidden].map((exception) => this.fitting(exception));
      const [before, after] = [PREVIOUS, NEXT].map((scope) => exceptions(token, scope).map((exception) => this.fitting(exception)));
      const excluded = (one) => own.some((fits) => fits(one.text)) || before.some((fits) => fits(one.before)) || after.some((fits) => fits(one.after));
      const fitting = this.symbols.filter((one) => asked(one.text) && !excluded(one));
      set = { type: 'words', key, words: fitting.map(this.nameOf) };
      this.sets.set(key, set);
    }
    return set;
  }

  /** A token without text takes anything; a negated one anything that has a reading of another sort. */
  fitting({ t, re, inf, neg, cs }) {
    if (t === '' || t === null) return () => true;
    const test = this.test(t, re, cs);
    return inf ? (word) => this.lemmasOf(word).some((lemma) => test(lemma) !== neg) : (word) => test(word) !== neg;
  }

  test(t, re, cs) {
    const key = JSON.stringify([t, re, cs]);
    let test = this.tests.get(key);
    if (test === undefined) this.tests.set(key, (test = textTest(t, re, cs)));
    return test;
  }

  /** A word of the dictionary is asked for by its lemmas only, any other by itself and its singular. */
  lemmasOf(word) {
    let lemmas = this.lemmas.get(word);
    if (lemmas === undefined) {
      lemmas = OTHER_LEMMAS.get(word.toLowerCase()) ?? this.lexicon.lemmas(word);
      if (readings(word, this.lexicon).length === 0) lemmas = [...new Set([word, ...lemmas])];
      this.lemmas.set(word, lemmas);
    }
    return lemmas;
  }
}

/** The exceptions of a token that look at the word before, at those that come next (the one after it and all that are skipped), or, as most do, at the word itself. */
const exceptions = ({ ex }, scope = 'current') => (ex ?? []).filter((exception) => (exception.scope ?? 'current') === scope);

/** Whether some token has an exception that looks at the words around it. */
export const looksAround = (rows) => rows.flat().some((token) => [PREVIOUS, NEXT].some((scope) => exceptions(token, scope).length > 0));
