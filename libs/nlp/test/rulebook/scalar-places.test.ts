import { array, assert, boolean, constantFrom, pre, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document, isScalar, parseDocument, Scalar, visit } from 'yaml';
import { placeInScalar } from '../../src/rulebook/scalar-places.js';
import type { WrittenScalar } from '../../src/rulebook/scalar-places.js';

/** The last text of a YAML file, as the loader reads it. */
function lastScalar(source: string): WrittenScalar {
  const document = parseDocument(source, { version: '1.2', schema: 'core', prettyErrors: false });
  expect(document.errors).toEqual([]);
  let last: WrittenScalar | null = null;
  visit(document, {
    Scalar: (_, node) => {
      if (isScalar(node) && typeof node.value === 'string') last = { style: node.type!, start: node.range![0], end: node.range![1], value: node.value };
    },
  });
  return last!;
}

/** Marked by « ¤ »: where the sign « ! » of the value is written. */
const places: readonly (readonly [string, string])[] = [
  ['plain', 'a: un deux ¤!'],
  ['plain over lines', 'a: un\n  deux\n\n  trois ¤! quatre # note'],
  ['in a flow list', 'a: ["x", un ¤! deux]'],
  ['double quotes', 'a: "un ¤!"'],
  ['escapes of every length', 'a: "\\"\\x41\\u00e9\\U0001F642\\U0000e9\\n\\t\\\\ ¤!"'.replace('\\U0000e9', '\\U000000e9')],
  ['an escape', 'a: "un ¤\\x21"'],
  ['an escaped line end', 'a: "un \\\n  deux\\\n\n  ¤!"'],
  ['a folded line', 'a: "un\n  deux\n\n\n  trois ¤!"'],
  ['single quotes', "a: 'c''est l''heure ¤!'"],
  ['single quotes over lines', "a: 'c''est\n\n  ¤!'"],
  ['a literal block', 'a: |\n  un\n\n    deux\n  ¤!\n'],
  ['a literal block with its indentation', 'a: |2-\n    un\n   ¤!\n'],
  ['a block that begins with blank lines', 'a: |\n\n  \n  un\n  ¤!\n'],
  ['a folded block', 'a: >-\n  un\n  deux\n\n\n  trois\n    plus loin\n  ¤!\n'],
  ['a block in a list', 'a:\n  - >\n    un\n    deux ¤! trois\n'],
  ['after letters of two units', 'a: "🙂🙂 ¤!"'],
  ['after a tag', 'a: !!str "un ¤!"'],
];

describe('placeInScalar', () => {
  it.each(places.flatMap(([name, text]) => [[name, text], [`${name}, lines ended as Windows does`, text.replaceAll('\n', '\r\n')]]))('%s', (_, marked) => {
    const at = marked.indexOf('¤');
    const source = marked.replace('¤', '');
    const scalar = lastScalar(source);
    expect(scalar.value).toContain('!');
    expect(placeInScalar(source, scalar, scalar.value.indexOf('!'))).toBe(at);
  });

  it('finds every letter of any text, however the yaml package writes it', () => {
    const text = array(constantFrom('a', 'é', ' ', '  ', '\n', '\n\n', '"', "'", '\\', ':', '#', '🙂', '\t', 'mot', '- '), { minLength: 1, maxLength: 40 }).map((parts) => parts.join(''));
    const style = constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED');
    assert(
      property(text, style, boolean(), (value, type, windows) => {
        const node = new Scalar(value);
        node.type = type;
        const written = new Document({ liste: [node] }).toString({ lineWidth: 24 });
        const source = windows ? written.replaceAll('\n', '\r\n') : written;
        // The package writes a few texts (blank ones, plain ones of several lines) so that it reads something else, or nothing.
        const again = parseDocument(source);
        pre(again.errors.length === 0 && again.getIn(['liste', 0]) === value);
        const scalar = lastScalar(source);
        const units = Array.from(value, (_, unit) => unit);
        const found = units.map((unit) => placeInScalar(source, scalar, unit));
        expect(found).toEqual([...found].sort((x, y) => x - y));
        const letters = units.filter((unit) => /[\p{L}#:'-]/u.test(value[unit]!));
        expect(letters.map((unit) => source[found[unit]!])).toEqual(letters.map((unit) => value[unit]));
      }),
      { numRuns: 2000 },
    );
  });
});
