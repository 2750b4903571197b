import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FOLD_EXPANSION_LIMIT, FOLD_EXPANSIONS, FOLD_TABLE, foldWord } from '../../src/read/index.js';

describe('foldWord', () => {
  it.each([
    ['ÉTÉ', 'ete'], ['Œuvré', 'oeuvre'], ['aujourd’hui', "aujourd'hui"], ['ﬁn', 'fin'], ['e\u0301te\u0301', 'ete'],
    ['porte‑monnaie', 'porte-monnaie'], ['co\u00ADopérer', 'cooperer'], ['1ʳᵉ', '1re'], ['ÇA', 'ca'], ['Straße', 'strasse'],
  ])('%s → %s', (word, key) => expect(foldWord(word)).toBe(key));

  it('changes nothing the second time, whatever the string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = foldWord(text);
      expect(foldWord(once)).toBe(once);
    }));
  });

  it('is the table, unit by unit', () => {
    const loose = FOLD_TABLE.filter((value) => (value < FOLD_EXPANSION_LIMIT ? value >= FOLD_EXPANSIONS.length : FOLD_TABLE[value] !== value));
    expect([...loose]).toEqual([]);
  });
});
