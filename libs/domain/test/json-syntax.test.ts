import { describe, expect, it } from 'vitest';
import { jsonErrorAt, lineAndColumnOf } from '#domain';

describe('jsonErrorAt', () => {
  it.each([
    ['', 0],
    ['x', 0],
    ['{bad', 1],
    ['{"a":', 5],
    ['{"a":1', 6],
    ['{"a":1,}', 7],
    ['{"a" 1}', 5],
    ['[1,', 3],
    ['[1,]', 3],
    ['[1}', 2],
    ['{"a":tru}', 5],
    ['01', 0],
    ['"abc', 4],
    ['"a\nb"', 2],
    ['"a\\x"', 2],
    ['{} {}', 3],
    ['[[', 2],
  ])('finds the place in %j', (text, at) => {
    expect(jsonErrorAt(text)).toBe(at);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  it.each(['{}', ' [ ] ', '[1,-2.5e+3,true,null,"é\\u00e9\\n"]', '{"a":{"b":[{},[]]},"c":0}', '"a"', '0'])('finds nothing in %j', (text) => {
    expect(jsonErrorAt(text)).toBeNull();
  });

  it('is not stopped by a deep nest', () => {
    expect(jsonErrorAt('['.repeat(200_000))).toBe(200_000);
  });
});

it('counts lines and columns from 1', () => {
  expect(lineAndColumnOf('{"note":\n "la",}', 15)).toEqual({ line: 2, column: 7 });
});
