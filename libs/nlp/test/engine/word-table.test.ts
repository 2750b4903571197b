import { array, assert, constantFrom, integer, property, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPackable, LONGEST_PACKED, packedHash, WordTable } from '../../src/engine/word-table.js';

/** The value of a word, read as the scanner reads it: one slot, all its letters compared; undefined when they differ. */
function lookUp(table: WordTable, word: string): number | undefined {
  const key = [0, 0, 0];
  word.split('').forEach((letter, index) => {
    key[index >> 2]! |= (letter.charCodeAt(0) - 0x60) << ((index & 3) * 8);
  });
  const hash = packedHash(key[0]!, key[1]!, key[2]!, table.seed);
  const factor = table.factors[hash >>> (32 - table.bucketBits)]!;
  const slot = (Math.imul(hash, factor) >>> (32 - table.slotBits)) * 4;
  return key.every((part, index) => table.slots[slot + index] === part) ? table.slots[slot + 3] : undefined;
}

const letters = constantFrom(...'abcdeiorstz'.split(''));
const word = array(letters, { minLength: 1, maxLength: LONGEST_PACKED }).map((all) => all.join(''));

describe('WordTable', () => {
  it('gives each word its value and no other word any, whatever the words', () => {
    assert(
      property(uniqueArray(word, { maxLength: 400 }), array(word, { maxLength: 100 }), integer({ min: 1, max: 1e9 }), (words, others, base) => {
        const model = new Map(words.map((one, index) => [one, base + index]));
        const table = new WordTable();
        table.build([...model].map(([one, value]) => ({ word: one, value })));
        expect(table.complete).toBe(true);
        for (const one of [...words, ...others]) expect(lookUp(table, one)).toBe(model.get(one));
      }),
      { numRuns: 200 },
    );
  });

  it('holds a whole vocabulary in tables in proportion to it, built anew each time', () => {
    const table = new WordTable();
    for (const count of [30_000, 3, 0]) {
      const words = Array.from({ length: count }, (_, index) => ({ word: index.toString(26).split('').map((digit) => String.fromCharCode(0x61 + Number.parseInt(digit, 26))).join(''), value: index + 1 }));
      table.build(words);
      expect(table.complete).toBe(true);
      expect(words.filter(({ word: one, value }) => lookUp(table, one) !== value)).toEqual([]);
      expect(lookUp(table, 'zzzzzzzzzzzz')).toBeUndefined();
      expect(table.bytes).toBeLessThanOrEqual(64 + count * 60);
    }
  });

  it('takes words of a to z and at most twelve of them', () => {
    expect(['a', 'impossible', 'remboursemen'].filter(isPackable)).toHaveLength(3);
    expect(['', 'remboursement', 'été', 'Nous', 'l', '4', "l'", 'a b'].filter(isPackable)).toEqual(['l']);
  });
});
