import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectedAccess } from '../access/table.js';
import { LINES } from './lines.js';
import { startWorld, type World } from './world.js';

/** All creations with a key together get 1,000; anything else some. */
const KEYED = Math.ceil(1_000 / Object.values(LINES).filter(({ keyed }) => keyed).length);
const SOME = 50;
/** Besides what is taken: too late, as somebody was before. */
const TOO_LATE = [401, 404, 409, 410, 412, 422, 429];

let world: World;
beforeAll(async () => (world = await startWorld()));
afterAll(() => world.stop());

const difference = (after: Readonly<Record<string, number>>, before: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(after).flatMap(([name, count]) => (count === (before[name] ?? 0) ? [] : [[name, count - (before[name] ?? 0)]])));

const isWrite = (name: string): boolean => !name.startsWith('GET ');
const methodOf = (name: string) => {
  const [method] = name.split(' ');
  if (method === 'POST' || method === 'PUT' || method === 'PATCH' || method === 'DELETE') return method;
  throw new Error(name);
};

describe('sent many times at once', () => {
  it('is every operation that changes something', () => {
    expect(Object.keys(LINES).sort()).toEqual([...expectedAccess().keys()].filter(isWrite).sort());
  });

  it.each(Object.entries(LINES).filter(([, { apart }]) => apart === undefined))('%s has one effect', async (name, { prepare, keyed, versioned }) => {
    const method = methodOf(name);
    const [alone, many] = [await prepare(world), await prepare(world)];
    const before = await world.counts();
    const once = await world.send(method, alone);
    expect([once.status, once.body]).toEqual([expect.toSatisfy((status: number) => status < 300), once.body]);
    const between = await world.counts();
    const answers = await Promise.all(Array.from({ length: keyed ? KEYED : SOME }, () => world.send(method, many)));
    expect(difference(await world.counts(), between)).toEqual(difference(between, before));
    const taken = answers.filter(({ status }) => status < 300);
    expect(taken.length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status >= 300 && !TOO_LATE.includes(status))).toEqual([]);
    const late = answers.filter(({ status }) => status === 412);
    expect([taken.length, late.length]).toEqual(versioned ? [1, answers.length - 1] : [taken.length, late.length]);
  });

  it.each(Object.entries(LINES).filter(([, { apart }]) => apart !== undefined))('%s gets in nobody’s way', async (name, { prepare }) => {
    const method = methodOf(name);
    const many = await prepare(world);
    const answers = await Promise.all(Array.from({ length: SOME }, () => world.send(method, many)));
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  });
});
