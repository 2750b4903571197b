import { type Outcome, done, park } from '#domain';
import { expect, it } from 'vitest';
import { Breaker, BreakerOpenError } from '../src/analyse-interaction/breaker.js';

const good = (count: number): Outcome<unknown>[] => Array.from({ length: count }, () => done(null));
const bad = (count: number): Outcome<unknown>[] => Array.from({ length: count }, () => park('not_json', 'x'));

it('lets half of the last hundred be parked, and stops at one more', () => {
  const breaker = new Breaker();
  breaker.check([...good(50), ...bad(50)]);
  breaker.note([...good(50), ...bad(50)]);
  expect(breaker.trouble()).toBeNull();
  expect(() => breaker.check(bad(1))).toThrow(BreakerOpenError);
  expect(breaker.trouble()).toContain('not_json 51');
  expect(() => breaker.check([])).toThrow('rien n\'est perdu');
});

it('judges by no fewer than a hundred records', () => {
  const breaker = new Breaker();
  breaker.check(bad(99));
  breaker.note(bad(99));
  expect(breaker.trouble()).toBeNull();
  expect(() => breaker.check(bad(1))).toThrow(BreakerOpenError);
});

it('looks inside a batch, where the parked may be few in all', () => {
  expect(() => new Breaker().check([...good(200), ...bad(51), ...good(249)])).toThrow(BreakerOpenError);
});

it('counts what the store parks for the batches to come', () => {
  const breaker = new Breaker();
  breaker.note(Array.from({ length: 100 }, () => park('id_conflict', 'x')));
  expect(breaker.trouble()).toContain('id_conflict 100');
});

it('can be switched off', () => {
  const breaker = new Breaker(false);
  breaker.note(bad(200));
  breaker.check(bad(200));
  expect(breaker.trouble()).toBeNull();
});
