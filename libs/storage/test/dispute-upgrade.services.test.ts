import { type FindingView, STRICT_SETTINGS } from '#domain';
import { DisputeRepository, HandFindingRepository } from '#storage';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { analysed, ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { DisputeFindingsByHand1765500000000 as Upgrade } from '../src/migrations/1765500000000-dispute-findings-by-hand.js';
import { openTestStorage, rule, rulebook, type TestStorage } from './storage-fixture.js';

const about = (findingId: string) => ({ organisationId: ORGANISATION, findingId, by: 'a', agentRef: 'a-1', reason: 'Non.', expects: () => true });
let storage: TestStorage;
beforeAll(async () => {
  storage = await openTestStorage(STRICT_SETTINGS);
});
afterAll(() => storage.close());

it('keeps every dispute of a judgement through the upgrade, and back; one of a finding by hand goes with the way back', async () => {
  await storage.rulebooks.publishRulebook(ORGANISATION, rulebook([rule('refus')]));
  const disputes = new DisputeRepository(storage.dataSource);
  const byHand = new HandFindingRepository(storage.dataSource, storage.rulebooks);
  const item = analysed({ externalId: 'u1', agent: 'a-1', found: ['refus'] });
  await storage.keep([item]);
  const judged = item.analysis.findings[0]!.id;
  await storage.reviews.review({ organisationId: ORGANISATION, findingId: judged, by: 'r1', judgement: { verdict: 'confirmed', reason: null, note: null }, expects: () => true });
  const added = await byHand.add({ organisationId: ORGANISATION, interactionId: item.interactionId, place: { turn: 1, start: 5, end: 12 }, ruleId: 'refus', note: null, by: 'r1' });
  if (added.kind !== 'done') throw new Error(added.kind);
  for (const id of [judged, added.findingId]) expect((await disputes.dispute(about(id))).kind).toBe('done');
  const standing = async (): Promise<(string | undefined)[]> => {
    const found: ReadonlyMap<string, FindingView> = await storage.findings.readFindings(ORGANISATION, [judged, added.findingId]);
    return [judged, added.findingId].map((id) => `${found.get(id)!.status} ${found.get(id)!.dispute?.state ?? 'undisputed'}`);
  };
  expect(await standing()).toEqual(['disputed open', 'disputed open']);
  const runner = storage.owner.createQueryRunner();
  try {
    await new Upgrade().down(runner);
    await new Upgrade().up(runner);
  } finally {
    await runner.release();
  }
  expect(await standing()).toEqual(['disputed open', 'confirmed undisputed']);
  expect((await disputes.dispute(about(added.findingId))).kind).toBe('done');
  expect((await disputes.resolve({ organisationId: ORGANISATION, findingId: judged, by: 'r2', sight: 'all', ruling: { outcome: 'upheld', cause: null, reason: 'Si.' }, expects: () => true })).kind).toBe('done');
});
