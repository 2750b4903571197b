import { expect, it } from 'vitest';
import { personsAmong } from '../src/unnamed-agents.js';

it.each([
  [['a', 'b', 'a'], 2],
  // Three by name may be the three who are known no more.
  [['a', 'b', 'c', '§nord§1', '§nord§2', '§nord§3'], 3],
  [['a', '§nord§1', '§sud§1', '§§1', '§§2', '§§3'], 3],
  [[], 0],
])('%j are %i at least', (refs, persons) => {
  expect(personsAmong(refs)).toBe(persons);
});
