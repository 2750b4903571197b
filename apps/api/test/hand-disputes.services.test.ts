import { type FindingView, interactionIdOf } from '#domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysed, ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { findingView } from '../src/read-models/finding.schema.js';
import { type DisputeStory, OVERTURN, startDisputeStory, UPHOLD } from './dispute-story.js';

const TEXT = 'C’est hors de question, voyez ailleurs.';
/** « voyez ailleurs » */
const WORDS = { turn: 1, start: TEXT.indexOf('voyez'), end: TEXT.indexOf('.'), rule: 'refus' };
let story: DisputeStory;
let told = 0;
beforeAll(async () => {
  story = await startDisputeStory();
});
afterAll(() => story.stop());

const outcome = ({ status, body }: { status: number; body: { code?: string } }): [number, string | undefined] => [status, body.code];
const spoken = (externalId: string, more: Partial<Parameters<typeof analysed>[0]> = {}) => analysed({ externalId, agent: 'a-alix', text: TEXT, found: [], ...more });
/** An interaction of Alix's in which Chef finds something by hand. */
async function added(): Promise<{ readonly externalId: string; readonly finding: FindingView }> {
  const externalId = `hd${++told}`;
  await story.take([spoken(externalId)]);
  const answer = await story.as('chef', 'post', `/v1/interactions/${interactionIdOf(ORGANISATION, 'essai', externalId)}/findings`).send({ ...WORDS, note: 'Dit sèchement.' });
  return { externalId, finding: findingView.parse(answer.body) };
}
const standing = async (externalId: string): Promise<FindingView[]> =>
  (await story.as('chef', 'get', `/v1/findings?interaction=${interactionIdOf(ORGANISATION, 'essai', externalId)}`)).body.items.map((one: unknown) => findingView.parse(one));
/** What the only agent has: violations, and the precision of the rule. */
async function counted(): Promise<readonly [number, unknown]> {
  const reports = await story.reports();
  const [row] = reports['/v1/reports/agents?agent=a-alix']!;
  const rule = reports['/v1/reports/rules']!.find(({ ruleId }) => ruleId === 'refus')!;
  return [Number(row!['violations']), rule['precision']];
}
/** A revision of the interaction in which the rule finds the very words. */
function foundByRule(externalId: string): ReturnType<typeof analysed> {
  const item = spoken(externalId, { revision: 2, found: ['refus'] });
  const [like] = item.analysis.findings;
  const place = { turn: WORDS.turn, start: WORDS.start, end: WORDS.end };
  return { ...item, analysis: { ...item.analysis, findings: [{ ...like!, evidence: [{ ...place, quote: TEXT.slice(place.start, place.end), sense: 'said' }] }] } };
}

describe('what a reviewer found by hand', () => {
  it('is disputed like a confirmed finding, counts for nobody meanwhile, and is resolved by somebody else', async () => {
    const before = await counted().catch(() => [0, undefined] as const);
    const { finding } = await added();
    const [violations, precision] = await counted();
    expect(violations).toBe(before[0] + 1);
    const own = (await story.as('alix', 'get', '/v1/me/findings?limit=1')).body.items[0];
    expect(Date.parse(own.disputableUntil) - Date.parse(finding.byHand!.at)).toBe(30 * 86_400_000);
    expect((await story.dispute(finding.id)).status).toBe(201);
    expect(await counted()).toEqual([before[0], precision]);
    expect(await story.read(finding.id)).toMatchObject({ status: 'disputed', review: null, dispute: { state: 'open', against: { by: story.people.chef.id, at: finding.byHand!.at } } });
    expect(outcome(await story.resolve(finding.id, 'chef'))).toEqual([403, 'own_judgement']);
    expect((await story.resolve(finding.id, 'adjoint', UPHOLD)).status).toBe(200);
    expect(await counted()).toEqual([before[0] + 1, precision]);
    expect(outcome(await story.dispute(finding.id))).toEqual([409, 'already_disputed']);
    expect((await story.journalOf(finding.id)).map(({ state }) => state)).toEqual(['open', 'upheld']);
  });

  it('counts nowhere once overturned, from the start, in no precision, and is not added again', async () => {
    const [violations, precision] = await counted();
    const { externalId, finding } = await added();
    await story.dispute(finding.id);
    expect((await story.resolve(finding.id, 'adjoint', OVERTURN)).body).toMatchObject({ status: 'dismissed', dispute: { state: 'overturned' } });
    expect(await counted()).toEqual([violations, precision]);
    await story.as('chef', 'post', `/v1/interactions/${finding.interactionId}/findings`).send(WORDS);
    expect((await standing(externalId)).map(({ status }) => status)).toEqual(['dismissed']);
    expect(await counted()).toEqual([violations, precision]);
  });

  it('is not taken away from under its dispute, open or answered; taken back by the agent, it is as before', async () => {
    const { finding } = await added();
    const remove = () => story.as('chef', 'delete', `/v1/findings/${finding.id}`);
    await story.dispute(finding.id);
    expect(outcome(await remove())).toEqual([409, 'under_dispute']);
    expect((await story.as('alix', 'delete', `/v1/findings/${finding.id}/dispute`)).status).toBe(200);
    expect(await story.read(finding.id)).toMatchObject({ status: 'confirmed', dispute: null });
    await story.dispute(finding.id);
    await story.resolve(finding.id, 'tiers', OVERTURN);
    expect(outcome(await remove())).toEqual([409, 'under_dispute']);
  });

  it.each([
    ['open', 'disputed', null],
    ['upheld', 'confirmed', UPHOLD],
    ['overturned', 'dismissed', OVERTURN],
  ])('keeps a dispute that is %s on the same words of the next revision, and when a rule finds them', async (state, status, ruling) => {
    const { externalId, finding } = await added();
    await story.dispute(finding.id);
    if (ruling !== null) await story.resolve(finding.id, 'adjoint', ruling);
    await story.take([spoken(externalId, { revision: 2, startedAt: '2026-03-10T11:00:00.000Z' })]);
    expect(await standing(externalId)).toMatchObject([{ id: finding.id, status, dispute: { state } }]);
    const by = foundByRule(externalId);
    await story.take([{ ...by, interaction: { ...by.interaction, revision: 3 } }]);
    const [rules] = await standing(externalId);
    expect(rules).toMatchObject({ byHand: null, status, dispute: { state, reason: 'Je citais la cliente.' }, review: { verdict: status === 'dismissed' ? 'dismissed' : 'confirmed' } });
    // Answered once, for good: open, it can be answered where it now stands.
    expect((await story.resolve(rules!.id, 'tiers', UPHOLD)).status).toBe(state === 'open' ? 200 : 409);
  });

  it('is told to whoever listens when it is disputed', async () => {
    const { finding } = await added();
    await story.dispute(finding.id);
    await story.resolve(finding.id, 'adjoint', OVERTURN);
    const rows: { type: string; after: string }[] = await story.owner.query(
      `SELECT type, (SELECT f->>'status' FROM jsonb_array_elements(payload->'after'->'findings') AS f WHERE f->>'id' = $1) AS after FROM journal
       WHERE payload->>'findingId' = $1 ORDER BY position`,
      [finding.id],
    );
    expect(rows.map(({ type, after }) => [type, after])).toEqual([['finding.added', 'confirmed'], ['finding.disputed', 'disputed'], ['finding.disputed', 'dismissed']]);
  });
});
