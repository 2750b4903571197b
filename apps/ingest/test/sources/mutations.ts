import * as fc from 'fast-check';

type Change = { at: number; what: string; by: number };

/** Up to eight changes of bytes: one flipped, the rest cut off, a piece doubled or dropped. */
export const mutations = fc.array(fc.record({ at: fc.nat(), what: fc.constantFrom('flip', 'cut', 'double', 'drop'), by: fc.integer({ min: 0, max: 255 }) }), { minLength: 1, maxLength: 8 });

export function mutate(bytes: Buffer, changes: readonly Change[]): Buffer {
  return changes.reduce((mutated, { at, what, by }) => {
    const place = mutated.length === 0 ? 0 : at % mutated.length;
    if (what === 'cut') return mutated.subarray(0, place);
    if (what === 'drop') return Buffer.concat([mutated.subarray(0, place), mutated.subarray(place + by)]);
    if (what === 'double') return Buffer.concat([mutated.subarray(0, place), mutated.subarray(Math.max(0, place - by))]);
    const copy = Buffer.from(mutated);
    if (copy.length > 0) copy[place] = by;
    return copy;
  }, bytes);
}

/** What a field may hold in a file that somebody else's program wrote. */
const ODD: readonly unknown[] = [null, true, '', 'x', 'NaN', '-1', -1, 0, 0.1, 1e308, -1e308, 2 ** 53, [], {}, [null], { a: 1 }, '\0', '\ud800', '1970-01-01T00:00:00Z', 'P1D', 'é'.repeat(400), [[[[]]]]];

/** Values put in other values' places, by which the document stays JSON. */
export const replacements = fc.array(fc.record({ at: fc.nat(), value: fc.constantFrom(...ODD) }), { minLength: 1, maxLength: 4 });

/** A document with some of its values replaced; `at` counts values in document order. */
export function replaced(document: unknown, changes: readonly { at: number; value: unknown }[]): unknown {
  return changes.reduce((mutated, { at, value }) => {
    const places: (() => void)[] = [];
    const copy: unknown = structuredClone(mutated);
    collect(copy, value, places);
    places[places.length === 0 ? 0 : at % places.length]?.();
    return copy;
  }, document);
}

function collect(node: unknown, value: unknown, places: (() => void)[]): void {
  if (typeof node !== 'object' || node === null) return;
  for (const key of Object.keys(node)) {
    places.push(() => Reflect.set(node, key, structuredClone(value)));
    collect(Reflect.get(node, key), value, places);
  }
}
