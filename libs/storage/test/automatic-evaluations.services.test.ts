import type { ScorecardDefinition } from '#domain';
import { AutomaticEvaluations, openDatabase, RulebookRepository, ScorecardRepository } from '#storage';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { analysed, ORGANISATION, RULEBOOK } from '../../../test/contracts/analysis-store.fixture.js';
import { openTestStorage, rule, type TestStorage } from './storage-fixture.js';

let storage: TestStorage;
beforeAll(async () => {
  storage = await openTestStorage();
});
afterAll(() => storage.close());

const DEFINITION: ScorecardDefinition = {
  name: 'Refus', purpose: null,
  sections: [{ id: 'mots', title: 'Les mots', criteria: [{ id: 'refus', question: 'Aucun refus sec', help: null, weight: 50, critical: null, condition: null, source: { kind: 'findings', rules: ['refus'], commitments: [], counts: { by: 'no-violation' } } }] }],
};

it.each([1, 2])('evaluates with %i connections, however many ask at once: none holds one and waits for another', async (poolSize) => {
  await storage.rulebooks.publishRulebook(ORGANISATION, { ...RULEBOOK, language: 'fr', promise: 'On entend la même musique', commitments: {}, rules: [rule('refus')] });
  const made = await new ScorecardRepository(storage.dataSource, storage.rulebooks).create(ORGANISATION, DEFINITION, 'test', `k-${poolSize}`);
  if (made.kind !== 'done') throw new Error(made.kind);
  const published = await new ScorecardRepository(storage.dataSource, storage.rulebooks).publish({ organisationId: ORGANISATION, scorecardId: made.scorecardId, by: 'test', revision: undefined }, 1, '2020-01-01', { since: true });
  expect(published).toEqual({ kind: 'done' });
  await storage.keep(Array.from({ length: 500 }, (_, n) => analysed({ externalId: `e-${poolSize}-${n}`, found: ['refus'] })));
  const dataSource = await openDatabase(storage.url, { poolSize });
  try {
    // Of its own, so that no version is known yet: each has to read it.
    const all = Array.from({ length: 6 }, () => new AutomaticEvaluations(dataSource, new RulebookRepository(dataSource)));
    await Promise.all(all.map((one) => one.settle(ORGANISATION)));
  } finally {
    await dataSource.destroy();
  }
  const [row] = await storage.owner.query('SELECT count(*)::int AS n FROM automatic_evaluation WHERE scorecard_id = $1 AND superseded_at IS NULL', [made.scorecardId]);
  expect(row.n).toBe(500 * poolSize);
});
