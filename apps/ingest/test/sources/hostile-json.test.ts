import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseSource } from '../../src/sources/choose-source.js';
import { isSettled, samplesBeside } from './read-one.js';

/** What stands where something else is expected. */
const STRANGERS: readonly unknown[] = [
  null, true, 0, -1, 1e308, 1.5, 253402300800, '', ' ', 'x', '\u0000', '\ud800', '2026-13-45T99:99:99Z', 'é'.repeat(400), [], {}, [null], [[[]]], { id: 1 },
  JSON.parse('{"__proto__":{"role":"agent"}}'), { constructor: 1, toString: 2 }, Array.from({ length: 600 }, () => 'x'),
];

/** Every value of a JSON text, by its path. */
function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  const members = value !== null && typeof value === 'object' ? Object.entries(value) : [];
  return [path, ...members.flatMap(([key, member]) => pathsOf(member, [...path, key]))];
}

const replaced = (value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown => {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((member, i) => (String(i) === key ? replaced(member, rest, by) : member));
  return value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, name === key ? replaced(member, rest, by) : member])) : value;
};

const SAMPLES = samplesBeside().filter(({ fileName }) => fileName.endsWith('.json'));

describe('JSON of the right form and the wrong content', () => {
  it.each(SAMPLES)('$format: any values in any place of $fileName are read or refused', async ({ format, bytes }) => {
    const whole: unknown = JSON.parse(bytes.toString());
    const paths = pathsOf(whole);
    const changes = fc.array(fc.tuple(fc.constantFrom(...paths), fc.constantFrom(...STRANGERS)), { minLength: 1, maxLength: 3 });
    const property = fc.asyncProperty(changes, (all) => isSettled(Buffer.from(JSON.stringify(all.reduce<unknown>((value, [path, by]) => replaced(value, path, by), whole))), format));
    expect(await fc.check(property, { numRuns: 300 })).toMatchObject({ failed: false });
  });

  it.each(SAMPLES)('$format: $fileName without any one of its members is read or refused', async ({ format, bytes }) => {
    const whole: unknown = JSON.parse(bytes.toString());
    const settled = pathsOf(whole).map((path) => isSettled(Buffer.from(JSON.stringify(replaced(whole, path, undefined)) ?? ''), format));
    expect(await Promise.all(settled)).not.toContain(false);
  });

  it.each(samplesBeside())('$fileName is told for what it is by its content alone', ({ format, bytes }) => {
    const source = chooseSource(bytes);
    expect(source.kind === 'ok' ? source.value.format : source.detail).toBe(format);
  });
});
