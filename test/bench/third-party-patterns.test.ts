import { loadLexicon } from '#nlp';
import { describe, expect, it } from 'vitest';
import { Matcher } from '../../libs/nlp/src/engine/matcher.js';

/** Plain modules without types: what they hand out is named here. */
interface Found {
  readonly compiled: readonly [{ readonly pattern: number; readonly antis: readonly number[] }];
  verdicts(): Iterable<{ readonly cause: string | null }>;
  hits(text: string, pattern: number, antis: readonly number[]): readonly (readonly [number, number])[];
}
interface Modules {
  readonly javaRegExp: (source: string, caseSensitive: boolean) => RegExp;
  readonly Rules: new (rules: readonly object[], lexicon: object, matcher: Matcher) => Found;
  readonly isListed: (word: string, lexicon: object) => boolean;
  readonly sentencesOf: (text: string, isWord: (word: string) => boolean) => readonly (readonly { readonly text: string; readonly start: number; readonly end: number }[])[];
}
const folder = new URL('../../bench/quality/languagetool/', import.meta.url);
const load = (name: string): Promise<Modules> => import(new URL(name, folder).href);
const [{ javaRegExp }, { Rules }, { isListed, sentencesOf }] = await Promise.all([load('java-regexp.mjs'), load('rules.mjs'), load('words.mjs')]);

const lexicon = loadLexicon();
const PLAIN = { re: false, inf: false, neg: false, cs: false, skip: 0, mn: 1, mx: 1, ex: [] as object[] };
type Token = Partial<typeof PLAIN> & { t: string; scope?: string };
const token = (one: string | Token): object => ({ ...PLAIN, ...(typeof one === 'string' ? { t: one } : { ...one, ex: (one.ex ?? []).map((exception) => ({ ...PLAIN, ...exception })) }) });

/** What is found in a text, as written. */
function found(text: string, pattern: readonly (string | Token)[], ...anti: (readonly (string | Token)[])[]): string[] {
  const rule = { id: 'R', pattern: pattern.map(token), anti: anti.map((tokens) => tokens.map(token)), examples: [{ text, marker: null, type: 'bad' }] };
  const rules = new Rules([rule], lexicon, new Matcher(() => false));
  const [{ pattern: id, antis }] = rules.compiled;
  return rules.hits(text, id, antis).map(([start, end]) => text.slice(start, end));
}

/** Of the pattern « pas », for each example: null where it does what it must, else why not. */
function causesOf(examples: readonly object[]): (string | null)[] {
  const rules = new Rules([{ id: 'R', pattern: [token('pas')], anti: [], examples }], lexicon, new Matcher(() => false));
  return Array.from(rules.verdicts(), ({ cause }) => cause);
}

describe('a third-party pattern means what it means where it comes from', () => {
  it.each<[string, string, readonly (string | Token)[], string[]]>([
    ['case is ignored', 'Au Jour même', ['au', 'jour'], ['Au Jour']],
    ['unless the token minds it', 'Dieu et dieu', [{ t: 'dieu', cs: true }], ['dieu']],
    ['or its expression says so', 'en Mars, en mars', ['en', { t: '(?-i)Mars', re: true }], ['en Mars']],
    ['an expression takes the whole word', 'mars marsouin', [{ t: 'mars', re: true }], ['mars']],
    ['a lemma takes every form', 'nous levons debout', [{ t: 'lever', inf: true }, 'debout'], ['levons debout']],
    ['and no other word of that spelling', 'les aux', [{ t: 'au', inf: true }], []],
    ['what is negated is any other word', 'il va, il vient', ['il', { t: 'va', neg: true }], ['il vient']],
    ['a token without text takes the start of a sentence', 'A quoi bon ?', ['', 'a', 'quoi'], ['A quoi']],
    ['as many words are skipped as it says', 'je ne peux vraiment pas', [{ t: 'ne', skip: 2 }, 'pas'], ['ne peux vraiment pas']],
    ['and no more', 'je ne peux vraiment pas', [{ t: 'ne', skip: 1 }, 'pas'], []],
    ['nor over the end of a sentence', 'Il ne peut. Le pas est fait.', [{ t: 'ne', skip: 9 }, 'pas'], []],
    ['what may be left out', 'face mal, face à mal', ['face', { t: 'à', mn: 0 }, 'mal'], ['face mal', 'face à mal']],
    ['takes what is skipped after it along', 'a x c', ['a', { t: 'b', mn: 0, skip: 1 }, 'c'], []],
    ['has to be there at the end', 'a b, a', ['a', { t: 'b', mn: 0 }], ['a b']],
    ['what may be repeated', 'très très très bon', [{ t: 'très', mx: 2 }, 'bon'], ['très très bon']],
    ['an exception', 'les gens, les anges', ['les', { t: '', ex: [{ t: 'gens' }] }], ['les anges']],
    ['an exception with its own case', 'OpenGL, opengl', [{ t: 'opengl', ex: [{ t: 'OpenGL', cs: true }] }], ['opengl']],
    ['an exception for the word before', 'il y en a qui, ça a qui', [{ t: 'a', ex: [{ t: 'en', scope: 'previous' }] }, 'qui'], ['a qui']],
    ['an exception for the word after', 'où non seulement, où non', ['où', { t: 'non', ex: [{ t: 'seulement', scope: 'next' }] }], ['où non']],
    ['an exception for the words skipped', 'ne peux pas, ne plus pas', [{ t: 'ne', skip: 1, ex: [{ t: 'plus', scope: 'next' }] }, 'pas'], ['ne peux pas']],
  ])('%s', (_, text, pattern, expected) => {
    expect(found(text, pattern)).toEqual(expected);
  });

  it('no word of an antipattern is part of a match, though it may be skipped', () => {
    expect(found('au cas où pas', ['où', 'pas'], ['cas', 'où'])).toEqual([]);
    expect(found('tenir très bien compte', [{ t: 'tenir', skip: 2 }, 'compte'], ['très', 'bien'])).toEqual(['tenir très bien compte']);
  });

  it('an example that must fire has to where it is marked, one that must not must nowhere', () => {
    expect(causesOf([{ text: 'pas ici', marker: [0, 3], type: 'bad' }, { text: 'plus ici', marker: null, type: 'good' }])).toEqual([null, null]);
    expect(causesOf([{ text: 'pas ici', marker: [4, 7], type: 'bad' }, { text: 'pas ici', marker: [4, 7], type: 'good' }])).toEqual([
      'the words do not fit',
      'the pattern fits, and nothing that is given excludes it',
    ]);
  });
});

describe('words as third-party patterns count them', () => {
  it.each([
    ["L’homme n'a qu’aujourd'hui.", "L'|homme|n'|a|qu'|aujourd'hui|."],
    ["Qu’est-ce qu'il y a ?", "Qu'|est|-ce|qu'|il|y|a|?"],
    ['Donne-le-moi, va-t-en, a-t-il', 'Donne|-le|-moi|,|va|-|t|-en|,|a|-t-il'],
    ['Un rendez-vous, un porte-monnaie, un tic-zac', 'Un|rendez-vous|,|un|porte-monnaie|,|un|tic|-|zac'],
    ['Le Proche-Orient et le proche-orient', 'Le|Proche-Orient|et|le|proche|-|orient'],
    ['3M€, 1m39 et 20h30', '3M€|,|1m39|et|20h30'],
    ['10 000 en 2005 454, le 1.2.3456', '10 000|en|2005|454|,|le|1.2|.|3456'],
    ["qu'y’a-t-il, n'y'a", "qu'|y'a|-t-il|,|n'|y|'|a"],
    ['-Oui « c’te » www.exemple.example', "-|Oui|«|c'te|»|www.exemple.example"],
  ])('%s', (text, expected) => {
    const words = sentencesOf(text, (word) => isListed(word, lexicon)).flat().filter((word) => word.text !== '');
    expect(words.map((word) => word.text).join('|')).toBe(expected);
    for (const { text: word, start, end } of words) expect(text.slice(start, end).replaceAll('’', "'")).toBe(word);
  });
});

describe("Java's regular expressions", () => {
  it.each([
    ['a|(?-i)[IVX]+e?|b', false, ['A', 'XVe', 'b'], ['xve', 'B']],
    ['(?:x(?i)y)z', true, ['xYz'], ['XYz', 'xYZ']],
    [String.raw`\p{Lu}.*`, false, ['Anglais'], ['anglais']],
    [String.raw`[^,‘'–)\[—."\/;\]\|:(\…'«»“”-]+`, false, ['temps'], [',', '-', '[']],
    ['[a-z&&[^b]]++', false, ['aC'], ['ab']],
    ['É[à-ÿ]', false, ['éÀ', 'ÉÀ'], ['ea']],
    [String.raw`\Qa.b\E(?>c|d)`, false, ['A.Bc'], ['axbc']],
    [String.raw`\d+[.,]\d{2}\x41`, true, ['1,50A'], ['1,5A']],
  ])('%s', (source, caseSensitive, takes, refuses) => {
    const pattern = javaRegExp(source, caseSensitive);
    expect([...takes, ...refuses].filter((word) => pattern.test(word))).toEqual(takes);
  });

  it('refuses what cannot be read', () => {
    expect(() => javaRegExp('[ab', false)).toThrow(SyntaxError);
    expect(() => javaRegExp('(ab', false)).toThrow(SyntaxError);
  });
});
