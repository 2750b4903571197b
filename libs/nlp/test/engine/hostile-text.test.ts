import { describe, expect, it } from 'vitest';
import { string, assert, property } from 'fast-check';
import { Matcher } from '../../src/engine/matcher.js';
import { expandPattern } from '../../src/pattern/expand-pattern.js';
import { parsePattern } from '../../src/pattern/parse-pattern.js';
import { loadLexicon } from '../../src/read/index.js';

const TEXTS = ['ne … pas', 'ne …20 {pouvoir} …20 rien', '(a | a b) …5 (b | b a)', '^ bonjour', 'merci $', '<date>', '<montant>', "c'est [pas] [pas] [pas] impossible"];

function matcherOf(texts: readonly string[]): { matcher: Matcher; ids: readonly number[] } {
  const matcher = new Matcher(() => false);
  const ids = texts.map((text) => {
    const parsed = parsePattern(text);
    if (!parsed.ok) throw new Error(parsed.problem.message);
    return matcher.add(expandPattern(parsed.pattern, { lexicon: loadLexicon(), list: () => undefined }));
  });
  matcher.freeze();
  return { matcher, ids };
}

describe('hostile text', () => {
  const { matcher, ids } = matcherOf(TEXTS);
  const read = (text: string): void => {
    matcher.clear();
    matcher.addTurn(text);
    matcher.run();
    for (const id of ids) matcher.matches(id);
  };

  /** What is tried grows with the text and no faster: the automaton's events and the hits are counted, not the time. */
  it.each<[string, string]>([
    ['a line of « ne »', 'ne '],
    ['a line of « ne peux »', 'ne peux '],
    ['a line of « a b »', 'a b '],
    ['letters without a space', 'a'],
    ['digits', '12/'],
    ['emoji and lone surrogates', '👋\ud83d ne '],
    ['combining marks', 'e\u0301\u0301 '],
    ['apostrophes', "c'"],
  ])('%s costs what its length says', (_, unit) => {
    const tokens: number[] = [];
    const hits: number[] = [];
    for (const times of [5_000, 10_000]) {
      read(unit.repeat(times));
      tokens.push(matcher.stream.count);
      hits.push(matcher.hitCount);
    }
    expect(tokens[1]).toBeLessThanOrEqual(tokens[0]! * 2 + 2);
    expect(hits[1]).toBeLessThanOrEqual(hits[0]! * 2 + 100);
  });

  it('reads any string, and every span is inside it', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 200 }), (text) => {
        read(text);
        for (let token = 0; token < matcher.stream.count; token += 1) {
          expect(matcher.stream.starts[token]!).toBeLessThan(matcher.stream.ends[token]!);
          expect(matcher.stream.ends[token]!).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
