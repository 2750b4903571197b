import { describe, expect, it } from 'vitest';
import { KINDS } from '../../src/kinds/index.js';
import { longestOrder } from '../../src/kinds/procedure/longest-order.js';
import { durationMs } from '../../src/kinds/timing/duration.js';
import { compileRulebook, proveRulebook } from '../../src/rulebook/index.js';
import { loadFrom } from '../rulebook/rulebook-of.js';
import { EVERY_KIND } from './every-kind.js';

describe('every kind and condition', () => {
  const loaded = loadFrom(EVERY_KIND);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 1));
  const compiled = compileRulebook(loaded.rulebook);
  const failures = proveRulebook(compiled).filter((failure) => failure.check === 'flags' || failure.check === 'passes');

  it.each(loaded.rulebook.rules.map((rule) => rule.id))('%s holds on its examples', (id) => {
    expect(failures.filter((failure) => failure.ruleId === id).map(({ message, example }) => `${message} — ${example}`)).toEqual([]);
  });

  it('is shown by at least one rule here', () => {
    expect([...new Set(loaded.rulebook.rules.map((rule) => rule.kind))].sort()).toEqual(KINDS.map((kind) => kind.name).sort());
  });

  it('says in French how it was understood', () => {
    for (const { rule } of compiled.rules) expect(KINDS.find((kind) => kind.name === rule.kind)!.explain(rule.spec, rule)).toMatch(/\p{L}.*\.$/u);
  });
});

describe('longestOrder', () => {
  it('leaves out as few steps as it can', () => {
    expect([...longestOrder([[5], [1], [2]])]).toEqual([1, 2]);
    expect([...longestOrder([[5, 0], [1], [2]])]).toEqual([0, 1, 2]);
    expect([...longestOrder([[], [1]])]).toEqual([1]);
  });
});

describe('durationMs', () => {
  it.each([
    ['30 s', 30_000],
    ['deux petites minutes', 120_000],
    ["un quart d'heure", 900_000],
    ['vingt-cinq minutes', 1_500_000],
    ['48h', 172_800_000],
    ['une dizaine de minutes', 600_000],
    ["J'ai besoin de 3 min", 180_000],
    ["S'il vous plaît, deux minutes", 120_000],
    ["J'ai une question, j'arrive", null],
    ['bientôt', null],
  ])('%s', (text, ms) => {
    expect(durationMs(text)).toBe(ms);
  });
});
