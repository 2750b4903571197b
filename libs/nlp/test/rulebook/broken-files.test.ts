import { array, assert, constantFrom, double, property, tuple } from 'fast-check';
import { expect, it } from 'vitest';
import { EVERY_KIND } from '../kinds/every-kind.js';
import { loadFrom } from './rulebook-of.js';

/** Enough of a rulebook for every kind of slip, small enough to be read a thousand times. */
const { 'rulebook.yaml': head = '', ...chapters } = EVERY_KIND;
const HEAD = `${head}rules:\n`;
const RULES = Object.values(chapters).flatMap((chapter) => chapter.slice('rules:\n'.length).split(/^(?= {2}- id: )/m));

const slip = constantFrom('', ' ', '  ', '\n', '\t', '"', "'", ':', ': ', '- ', '[', ']', '{', '}', '(', ')', '|', '>', '#', ' #', '&a ', '*a', '!x ', '!!str ', '%', '@', '…', '<', '$', '^', '\\', '\\x4', '\0', '\u{1F642}', '\uD800', '\r', '1', 'null', '~', '---\n', '...\n', '? ', '<<: ', 'é');

it('whatever is written over a rulebook, it is read or refused at places that exist, and nothing throws', () => {
  assert(
    property(constantFrom(...RULES), array(tuple(double({ min: 0, max: 1, noNaN: true }), constantFrom(0, 1, 2, 9), slip), { minLength: 1, maxLength: 3 }), (rule, slips) => {
      const text = slips.reduce((all, [where, gone, put]) => {
        const at = Math.floor(where * all.length);
        return all.slice(0, at) + put + all.slice(at + gone);
      }, HEAD + rule);
      const loaded = loadFrom({ 'rulebook.yaml': text });
      const lines = text.split('\n');
      const lost = loaded.ok ? [] : loaded.problems.filter(({ line, column }) => line > lines.length || column > lines[line - 1]!.length + 1);
      expect(lost).toEqual([]);
      expect(loaded.ok || loaded.problems.length > 0).toBe(true);
    }),
    { numRuns: 300 },
  );
});
