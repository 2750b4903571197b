import { array, assert, integer, property, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitRows, setBit } from '../../src/engine/bit-rows.js';

const has = (rows: BitRows, row: number, bit: number): boolean => ((rows.words[row + (bit >>> 5)]! >>> (bit & 31)) & 1) === 1;
const bitsOf = (rows: BitRows, row: number, classes: number): number[] => Array.from({ length: classes }, (_, bit) => bit).filter((bit) => has(rows, row, bit));

describe('BitRows', () => {
  it('keeps every row as a set of classes, and row 0 as all of them', () => {
    assert(
      property(
        integer({ min: 1, max: 300 }).chain((classes) => array(uniqueArray(integer({ min: 0, max: classes - 1 }), { maxLength: 20 }), { maxLength: 40 }).map((sets) => ({ classes, sets }))),
        ({ classes, sets }) => {
          const rows = new BitRows(classes);
          const places = sets.map((set) => rows.add(set));
          expect(new Set([0, ...places]).size).toBe(sets.length + 1);
          expect(places.map((row) => bitsOf(rows, row, classes))).toEqual(sets.map((set) => [...set].sort((a, b) => a - b)));
          expect(bitsOf(rows, 0, classes)).toHaveLength(classes);
        },
      ),
    );
  });

  it('gives row 0, which refuses nothing, once there is no more room, and leaves the others alone', () => {
    const classes = 1 << 20;
    const rows = new BitRows(classes);
    const places = Array.from({ length: 40 }, (_, index) => rows.add([index, classes - 1 - index]));
    const placed = places.filter((row) => row !== 0);
    expect(placed.length).toBeGreaterThan(20);
    expect(placed.length).toBeLessThan(40);
    // Once refused, refused for good: rows are all of one width.
    expect(places.slice(placed.length)).toEqual(Array(40 - placed.length).fill(0));
    placed.forEach((row, index) => {
      expect([has(rows, row, index), has(rows, row, classes - 1 - index), has(rows, row, index + 1), has(rows, row, classes - 2 - index)]).toEqual([true, true, false, false]);
    });
    expect(has(rows, 0, 12_345)).toBe(true);
  });

  it('sets one bit and no other', () => {
    assert(
      property(integer({ min: 0, max: 255 }), (bit) => {
        const words = new Int32Array(8);
        setBit(words, bit);
        expect(Array.from({ length: 256 }, (_, at) => at).filter((at) => ((words[at >>> 5]! >>> (at & 31)) & 1) === 1)).toEqual([bit]);
      }),
    );
  });
});
