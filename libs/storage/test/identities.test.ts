import { describe, expect, it } from 'vitest';
import { Identities, type Identity } from '../src/directory/identities.js';

const permutations = <T>(items: readonly T[]): T[][] =>
  items.length < 2 ? [[...items]] : items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));

/** As kept: what is written over what was, without what was removed. */
function saved(identities: Identities, stored: readonly Identity[] = []): Identity[] {
  const { written, removed } = identities.changes();
  const rows = new Map([...stored, ...written].map((row) => [row.ref, row]));
  for (const ref of removed) rows.delete(ref);
  return [...rows.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1));
}

describe('merges', () => {
  const steps: ((identities: Identities) => void)[] = [
    (identities) => identities.attach('lea@example.org', 'a-03'),
    (identities) => identities.attach('chatwoot:17', 'lea@example.org'),
    (identities) => identities.attach('poste-204', 'a-03'),
    (identities) => identities.describe('a-03', { name: 'Léa Roussel', teamRef: 't-1' }),
    (identities) => identities.attach('poste-205', 'poste-204'),
  ];

  it.each(permutations(steps).map((order) => [order]))('come to the same in every order', (order) => {
    let rows: Identity[] = [];
    // Each in a transaction of its own, over what was kept.
    for (const step of order) {
      const identities = new Identities(rows);
      step(identities);
      rows = saved(identities, rows);
    }
    expect(rows.map(({ ref, personRef, attachedTo }) => [ref, personRef, attachedTo])).toEqual([
      ['a-03', 'a-03', null],
      ['chatwoot:17', 'a-03', 'lea@example.org'],
      ['lea@example.org', 'a-03', 'a-03'],
      ['poste-204', 'a-03', 'a-03'],
      ['poste-205', 'a-03', 'poste-204'],
    ]);
  });

  it('twice the same change nothing the second time', () => {
    const identities = new Identities([]);
    expect(identities.attach('x', 'a')).toEqual({ kind: 'attached' });
    const again = new Identities(saved(identities));
    expect([again.attach('x', 'a'), again.changes()]).toEqual([{ kind: 'unchanged' }, { written: [], removed: [] }]);
  });

  it('never take a ref from somebody else', () => {
    const identities = new Identities([]);
    identities.attach('x', 'a');
    expect(identities.attach('x', 'b')).toEqual({ kind: 'other', personRef: 'a' });
    expect(identities.personOf('x')).toBe('a');
  });

  it('of a ring of refs end: nobody is attached to himself', () => {
    const identities = new Identities([]);
    identities.attach('x', 'a');
    expect([identities.attach('a', 'x'), identities.attach('a', 'a')]).toEqual([{ kind: 'unchanged' }, { kind: 'unchanged' }]);
    expect(saved(identities).map(({ ref, personRef }) => [ref, personRef])).toEqual([['a', 'a'], ['x', 'a']]);
  });
});

describe('splits', () => {
  it('undo a merge to the very rows there were', () => {
    const before = new Identities([]);
    before.describe('a', { name: 'Ana' });
    before.describe('b', { name: 'Bruno' });
    before.attach('y', 'b');
    const stored = saved(before);
    const merged = new Identities(stored);
    merged.attach('b', 'a');
    expect(merged.personOf('y')).toBe('a');
    const split = new Identities(saved(merged, stored));
    expect(split.detach('b')).toBe(true);
    expect(saved(split, saved(merged, stored))).toEqual(stored);
  });

  it('leave no row of refs that nobody listed', () => {
    const merged = new Identities([]);
    merged.attach('x', 'a');
    const stored = saved(merged);
    const split = new Identities(stored);
    split.detach('x');
    expect(saved(split, stored)).toEqual([]);
  });

  it('of what is attached to nobody change nothing', () => {
    const identities = new Identities([]);
    identities.describe('a', {});
    expect([identities.detach('a'), identities.detach('nobody')]).toEqual([false, false]);
  });
});
