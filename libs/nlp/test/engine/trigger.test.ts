import { array, assert, constant, constantFrom, integer, letrec, oneof, property, record, tuple, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TokenSets } from '../../src/engine/token-sets.js';
import { addSets, triggerOf } from '../../src/engine/trigger.js';
import type { Path, Trigger } from '../../src/engine/trigger.js';
import { guessedShare } from '../../src/engine/word-shares.js';
import type { CoreNode } from '../../src/pattern/pattern-node.js';

/** Small words, long ones, and runs of digits, which « 4 » stands for. */
const WORDS = ['de', 'pas', 'colis', 'remboursement', 'impossible'];
const token = constantFrom(...WORDS, '4');

const set = uniqueArray(constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((words): CoreNode => ({ type: 'words', key: words.toSorted().join('|'), words: words.toSorted() }));
const { node } = letrec<{ node: CoreNode }>((tie) => ({
  node: oneof(
    { depthSize: 'small', withCrossShrink: true },
    set,
    constant<CoreNode>({ type: 'digits' }),
    record({ type: constant('gap' as const), least: constant(0), most: integer({ min: 1, max: 2 }) }),
    tie('node').map((item): CoreNode => ({ type: 'optional', item })),
    array(tie('node'), { minLength: 1, maxLength: 3 }).map((options): CoreNode => ({ type: 'choice', options })),
    array(tie('node'), { minLength: 1, maxLength: 4 }).map((items): CoreNode => ({ type: 'sequence', items })),
  ),
}));

/** Where a node that begins at `at` may end: every way tried. */
function endsOf(one: CoreNode, row: readonly string[], at: number): number[] {
  switch (one.type) {
    case 'sequence':
      return one.items.reduce<number[]>((ends, item) => [...new Set(ends.flatMap((end) => endsOf(item, row, end)))], [at]);
    case 'choice':
      return [...new Set(one.options.flatMap((option) => endsOf(option, row, at)))];
    case 'optional':
      return [...new Set([at, ...endsOf(one.item, row, at)])];
    case 'words':
      return one.words.includes(row[at] ?? '') ? [at + 1] : [];
    case 'digits':
      return row[at] === '4' ? [at + 1] : [];
    case 'gap':
      return Array.from({ length: one.most - one.least + 1 }, (_, more) => at + one.least + more).filter((end) => end <= row.length);
    default:
      return [];
  }
}

const isIn = (sets: TokenSets, id: number, word: string | undefined): boolean => word !== undefined && (id === sets.digits ? word === '4' : sets.wordsOf(id).includes(word));

/** Whether a path stands at `at`. */
const stands = (path: Path, sets: TokenSets, row: readonly string[], at: number): boolean =>
  path.sets.every((id, index) => isIn(sets, id, row[at + index])) && (path.left === -1 || isIn(sets, path.left, row[at - 1]));

/** A pattern with a word on every way through it, as the rulebook language has them. */
const watchable = tuple(set, node).chain(([word, other]) => constantFrom<CoreNode[]>({ type: 'sequence', items: [word, other] }, { type: 'sequence', items: [other, word, other] }, { type: 'choice', options: [word, { type: 'sequence', items: [other, word] }] }, { type: 'sequence', items: [word, { type: 'gap', least: 0, most: 2 }, other, word] }));

function triggerFor(root: CoreNode): { sets: TokenSets; trigger: Trigger } {
  const sets = new TokenSets();
  addSets(root, sets);
  return { sets, trigger: triggerOf({ text: '', root, atStart: false, atEnd: false }, sets, guessedShare) };
}

const words = (word: string): CoreNode => ({ type: 'words', key: word, words: [word] });
const exact = (items: readonly CoreNode[], anchors = {}): boolean => {
  const sets = new TokenSets();
  const root: CoreNode = { type: 'sequence', items };
  addSets(root, sets);
  return triggerOf({ text: '', root, atStart: false, atEnd: false, ...anchors }, sets, guessedShare).exact;
};

describe('triggerOf', () => {
  it('watches for something that is in every match, as far from its start as it says', () => {
    assert(
      property(watchable, array(token, { minLength: 1, maxLength: 12 }), (root, row) => {
        const { sets, trigger } = triggerFor(root);
        const matches = row.flatMap((_, start) => endsOf(root, row, start).map((end) => ({ start, end })));
        const unwatched = matches.filter(({ start, end }) => {
          const places = row.map((_, at) => at).filter((at) => at >= start + trigger.fewestBefore && at <= start + trigger.mostBefore);
          return !places.some((at) => trigger.paths.some((path) => at + path.sets.length <= end && stands(path, sets, row, at)));
        });
        expect(unwatched).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('calls a path exact only when it is a match itself', () => {
    assert(
      property(watchable, array(token, { minLength: 1, maxLength: 12 }), (root, row) => {
        const { sets, trigger } = triggerFor(root);
        const found = trigger.exact ? row.flatMap((_, at) => trigger.paths.filter((path) => stands(path, sets, row, at)).map((path) => ({ at, end: at + path.sets.length }))) : [];
        expect(found.filter(({ at, end }) => !endsOf(root, row, at).includes(end))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('is exact for a plain row of words and never for one with a gap, an anchor or a slash', () => {
    const row = [words('colis'), words('perdu')];
    expect(exact(row)).toBe(true);
    expect(exact([row[0]!, { type: 'gap', least: 0, most: 3 }, row[1]!])).toBe(false);
    expect(exact([...row, { type: 'digits', slash: true }])).toBe(false);
    expect(exact(row, { atStart: true })).toBe(false);
    expect(exact(row, { atEnd: true })).toBe(false);
  });

  it('refuses a pattern that nothing has to be said for', () => {
    expect(() => triggerFor({ type: 'optional', item: { type: 'words', key: 'a', words: ['a'] } })).toThrow('watches for nothing');
  });
});
