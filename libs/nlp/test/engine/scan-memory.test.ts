import { describe, expect, it } from 'vitest';
import { Matcher } from '../../src/engine/matcher.js';
import { CAPITALISED, FIRST_OF_SENTENCE, FIRST_OF_TURN } from '../../src/engine/token-stream.js';
import { expandPattern } from '../../src/pattern/expand-pattern.js';
import { parsePattern } from '../../src/pattern/parse-pattern.js';

const context = { lexicon: { forms: () => [] }, list: () => undefined };

function matcherOf(...patterns: string[]) {
  const matcher = new Matcher(() => false);
  const ids = patterns.map((text) => {
    const parsed = parsePattern(text);
    if (!parsed.ok) throw new Error(parsed.problem.message);
    return matcher.add(expandPattern(parsed.pattern, context));
  });
  matcher.freeze();
  const found = () => ids.map((id) => matcher.matches(id).map(({ start, end }) => [matcher.turnOf(start), matcher.stream.starts[start], matcher.stream.ends[end - 1]]));
  const read = (...turns: string[]) => {
    matcher.clear();
    for (const turn of turns) matcher.addTurn(turn);
    matcher.run();
    return found();
  };
  return { matcher, read, found };
}

describe('one memory for every rulebook', () => {
  it('gives each reading the words of its own rulebook, and keeps its tokens when another reads', () => {
    const colis = matcherOf('colis perdu', 'bonjour');
    const facture = matcherOf('facture payée', 'perdu');
    const text = 'Bonjour, colis perdu et facture payée.';
    const first = colis.read(text);
    expect(first).toEqual([[[0, 9, 20]], [[0, 0, 7]]]);
    expect(facture.read('perdu', text)).toEqual([[[1, 24, 37]], [[0, 0, 5], [1, 15, 20]]]);
    expect(colis.found()).toEqual(first);
    expect(colis.read(text)).toEqual(first);
  });

  it('reads texts longer than any before, and many turns together', () => {
    const { read } = matcherOf('colis perdu');
    const padding = 'mot '.repeat(60_000);
    expect(read(`${padding}colis perdu`)).toEqual([[[0, padding.length, padding.length + 11]]]);
    const turns = Array.from({ length: 3_000 }, (_, turn) => (turn % 1_000 === 7 ? 'Un colis perdu ?' : 'Rien de perdu, ni colis.'));
    expect(read(...turns)).toEqual([[[7, 3, 14], [1_007, 3, 14], [2_007, 3, 14]]]);
  });

  it('folds sixteen characters at once as it folds one', () => {
    // Each word stands at every place of a block of sixteen, with and without a character beyond Latin-1 in it.
    const { read } = matcherOf('eleve', 'oeuvre', 'garcon', "l'ile");
    for (let shift = 0; shift < 32; shift += 1) {
      for (const end of ['', ' …', ' ’']) {
        const before = ' '.repeat(shift);
        const text = `${before}ÉLÈVE œuvre Garçon l’île${end}`;
        const at = (word: string, length = word.length) => [[0, text.indexOf(word), text.indexOf(word) + length]];
        expect(read(text)).toEqual([at('ÉLÈVE'), at('œuvre'), at('Garçon'), at('l’île')]);
      }
    }
  });

  it('reads only the ranges that are given', () => {
    const { matcher, found } = matcherOf('colis perdu');
    matcher.clear();
    matcher.addTurn('colis perdu. Cité : colis perdu. Fin colis', [[0, 12], [32, 42]]);
    matcher.addTurn('perdu');
    matcher.addTurn('colis perdu', []);
    matcher.run();
    expect(found()).toEqual([[[0, 0, 11]]]);
    expect(matcher.stream.turns).toEqual([0, 4, 5, 5]);
    expect([...matcher.stream.flags.subarray(0, 5)]).toEqual([
      FIRST_OF_TURN | FIRST_OF_SENTENCE, 0, FIRST_OF_SENTENCE | CAPITALISED, 0, FIRST_OF_TURN | FIRST_OF_SENTENCE,
    ]);
  });

  it('ends a sentence at a stop, not at an abbreviation, an initial or inside a number', () => {
    const { matcher, read } = matcherOf('colis perdu');
    const sentences = (text: string): number => {
      read(text);
      return [...matcher.stream.flags.subarray(0, matcher.stream.count)].filter((flags) => (flags & FIRST_OF_SENTENCE) !== 0).length;
    };
    expect(sentences('Le colis est perdu. Nous cherchons. Merci !')).toBe(3);
    expect(sentences('Voyez M. Durand et Mme. Petit, art. 4.')).toBe(1);
    expect(sentences('Avec J. Petit. Il paie 12.50 euros. Bien.')).toBe(3);
    expect(sentences('Il dit oui. Je dis non. On est là.')).toBe(3);
  });
});
