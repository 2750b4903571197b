import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calibrationItems } from '../src/read-models/calibration.schema.js';
import { queueItemPage } from '../src/read-models/review-queue.schema.js';
import { type DisputeStory, OVERTURN, startDisputeStory, UPHOLD } from './dispute-story.js';

// « both » supervises, and is the agent a-alix-bis; nobody has said yet that this is a-alix.
let story: DisputeStory;
let told = 0;
beforeAll(async () => {
  story = await startDisputeStory();
  await story.say('s0');
});
afterAll(() => story.stop());

const outcome = ({ status, body }: { status: number; body: { code?: string } }): [number, string | undefined] => [status, body.code];
const REFUSED = [403, 'own_finding'];
const say = (agent: string) => story.say(`s${++told}`, agent);
const judge = (id: string, verdict: object = { verdict: 'dismissed', reason: 'rule-too-strict' }) => story.as('both', 'put', `/v1/findings/${id}/review`).send(verdict);
const ofBoth = () => say('a-alix-bis');

describe('whoever supervises and is an agent too', () => {
  it('judges others', async () => {
    const { id } = await say('a-bao');
    expect((await judge(id)).status).toBe(200);
    expect((await story.as('both', 'delete', `/v1/findings/${id}/review`)).status).toBe(200);
  });

  it('never judges own words, violation or merit, nor takes another’s judgement of them back', async () => {
    const violation = await ofBoth();
    const merit = (await story.as('chef', 'get', `/v1/findings?interaction=${violation.interactionId}&polarity=merit`)).body.items[0];
    expect(outcome(await judge(violation.id))).toEqual(REFUSED);
    expect(outcome(await judge(violation.id, { verdict: 'confirmed' }))).toEqual(REFUSED);
    expect(outcome(await judge(merit.id, { verdict: 'confirmed' }))).toEqual(REFUSED);
    await story.confirm(violation.id);
    expect(outcome(await story.as('both', 'delete', `/v1/findings/${violation.id}/review`))).toEqual(REFUSED);
    expect((await story.read(violation.id)).status).toBe('confirmed');
  });

  it('adds no merit to own words by hand, and removes no violation that another added', async () => {
    const { interactionId } = await ofBoth();
    const words = { turn: 1, start: 3, end: 10 };
    expect(outcome(await story.as('both', 'post', `/v1/interactions/${interactionId}/findings`).send({ ...words, rule: 'accueil' }))).toEqual(REFUSED);
    const added = await story.as('chef', 'post', `/v1/interactions/${interactionId}/findings`).send({ ...words, rule: 'jargon' });
    expect(added.status).toBe(201);
    expect(outcome(await story.as('both', 'delete', `/v1/findings/${added.body.id}`))).toEqual(REFUSED);
  });

  it('resolves no dispute about own words, though another disputes and another judged', async () => {
    const { id } = await ofBoth();
    await story.confirm(id);
    expect((await story.dispute(id, 'both')).status).toBe(201);
    expect(outcome(await story.resolve(id, 'both'))).toEqual(REFUSED);
    expect((await story.as('both', 'get', '/v1/disputes?state=open')).body.items.every(({ resolvable }: { resolvable: boolean }) => !resolvable)).toBe(true);
    expect((await story.resolve(id, 'adjoint', UPHOLD)).status).toBe(200);
  });

  it('says « rien d’autre » of no interaction of a sample that he or she spoke in, and is given none of them', async () => {
    for (let i = 0; i < 8; i++) await story.say(`e${i}`, i < 4 ? 'a-alix-bis' : 'a-bao', { startedAt: '2026-05-05T10:00:00.000Z' });
    const drawn = await story.as('chef', 'post', '/v1/samples').send({ name: 'Mai', from: '2026-05-05', to: '2026-05-05', size: 8 });
    expect(drawn.status).toBe(201);
    const { items } = queueItemPage.parse((await story.as('chef', 'get', `/v1/queues/${drawn.body.id}/items?limit=50`)).body);
    const own = items.find(({ agents }) => agents.some(({ ref }) => ref === 'a-alix-bis'))!;
    for (const { id } of own.waiting) await story.confirm(id);
    const completion = `/v1/samples/${drawn.body.id}/items/${own.interactionId}/completion`;
    expect(outcome(await story.as('both', 'put', completion))).toEqual(REFUSED);
    expect((await story.as('chef', 'put', completion)).status).toBe(200);
    expect(outcome(await story.as('both', 'delete', completion))).toEqual(REFUSED);
    const given = new Set<string>();
    let after: string | undefined;
    for (let i = 0; i < 8; i++) {
      const { item } = (await story.as('both', 'post', `/v1/queues/${drawn.body.id}/claim`).send(after === undefined ? {} : { after })).body;
      if (item === null) break;
      after = item.interactionId;
      given.add(item.agents[0].ref);
    }
    expect([...given]).toEqual(['a-bao']);
    await story.as('both', 'delete', `/v1/interactions/${after}/hold`);
  });

  it('is given no finding of own words by a queue', async () => {
    const refs = new Set<string>();
    let after: string | undefined;
    for (let i = 0; i < 12; i++) {
      const { item } = (await story.as('both', 'post', '/v1/queues/new/claim').send(after === undefined ? {} : { after })).body;
      if (item === null) break;
      after = item.interactionId;
      refs.add(item.agents[0].ref);
    }
    expect([refs.size > 0, refs.has('a-alix-bis')]).toEqual([true, false]);
    await story.as('both', 'delete', `/v1/interactions/${after}/hold`);
  });

  it('judges no own words in a calibration, which does not wait for it', async () => {
    await story.say('k1', 'a-alix-bis', { startedAt: '2026-06-06T10:00:00.000Z', found: ['refus'] });
    const other = await story.say('k2', 'a-bao', { startedAt: '2026-06-06T10:00:00.000Z', found: ['refus'] });
    const { both, chef } = story.people;
    const drawn = await story.as('chef', 'post', '/v1/calibrations').send({ name: 'Juin', from: '2026-06-06', to: '2026-06-06', size: 2, reviewers: [both.id, chef.id] });
    expect([drawn.status, drawn.body.findings]).toEqual([201, 2]);
    const items = `/v1/calibrations/${drawn.body.id}/items`;
    const seen = calibrationItems.parse((await story.as('both', 'get', items)).body).items;
    expect(seen.map(({ findingId }) => findingId)).toEqual([other.id]);
    const all = calibrationItems.parse((await story.as('chef', 'get', items)).body).items;
    const own = all.find(({ findingId }) => findingId !== other.id)!;
    expect(outcome(await story.as('both', 'put', `${items}/${own.findingId}/judgement`).send({ verdict: 'confirmed' }))).toEqual(REFUSED);
    for (const { findingId } of all) expect((await story.as('chef', 'put', `${items}/${findingId}/judgement`).send({ verdict: 'confirmed' })).status).toBe(200);
    expect((await story.as('both', 'put', `${items}/${other.id}/judgement`).send({ verdict: 'confirmed' })).status).toBe(200);
    const { state, reviewers } = (await story.as('chef', 'get', `/v1/calibrations/${drawn.body.id}`)).body;
    expect([state, reviewers.find(({ id }: { id: string }) => id === both.id).toJudge]).toEqual(['closed', 1]);
    expect(outcome(await story.as('both', 'put', `${items}/${own.findingId}/resolution`).send({ verdict: 'dismissed', reason: 'wrong-words' }))).toEqual(REFUSED);
  });

  it('gets round it neither by another ref of the same person, nor by being somebody else for a while, nor by a key', async () => {
    const { id } = await say('a-alix');
    const added = await story.as('chef', 'post', `/v1/interactions/${(await story.read(id)).interactionId}/findings`).send({ turn: 1, start: 5, end: 12, rule: 'jargon' });
    await story.confirm(id);
    await story.dispute(id);
    const merged = await story.as('admin', 'post', '/v1/agents/a-alix/merge').send({ identities: ['a-alix-bis'] });
    expect(merged.status).toBe(200);
    expect(outcome(await story.resolve(id, 'both', OVERTURN))).toEqual(REFUSED);
    expect(outcome(await story.as('both', 'delete', `/v1/findings/${added.body.id}`))).toEqual(REFUSED);
    const later = await say('a-alix');
    expect(outcome(await judge(later.id))).toEqual(REFUSED);

    const { admin } = story.people;
    const account = (await story.as('admin', 'get', `/v1/accounts/${admin.id}`)).headers['etag'];
    expect((await story.as('admin', 'patch', `/v1/accounts/${admin.id}`).set('if-match', account!).send({ agentRef: 'a-alix' })).status).toBe(200);
    const version = (await story.as('admin', 'get', `/v1/accounts/${admin.id}`)).headers['etag'];
    expect(outcome(await story.as('admin', 'patch', `/v1/accounts/${admin.id}`).set('if-match', version!).send({ agentRef: null }))).toEqual([403, 'own_identity']);
    expect(outcome(await story.as('admin', 'post', '/v1/agents/a-alix/split').send({ identities: ['a-alix-bis'] }))).toEqual([403, 'own_identity']);
    const key = (await story.as('admin', 'post', '/v1/keys').send({ name: 'Passerelle', roles: ['supervisor'] })).body.key;
    const byKey = await story.put(`/v1/findings/${later.id}/review`).set('authorization', `Bearer ${key}`).send({ verdict: 'dismissed', reason: 'wrong-words' });
    expect(outcome(byKey)).toEqual(REFUSED);
    // Nor by a key that a key has made.
    const maker = (await story.as('admin', 'post', '/v1/keys').send({ name: 'Atelier', roles: ['admin'] })).body.key;
    const made = (await story.post('/v1/keys').set('authorization', `Bearer ${maker}`).send({ name: 'Passerelle 2', roles: ['supervisor'] })).body.key;
    expect(outcome(await story.put(`/v1/findings/${later.id}/review`).set('authorization', `Bearer ${made}`).send({ verdict: 'dismissed', reason: 'wrong-words' }))).toEqual(REFUSED);
    expect((await story.read(later.id)).status).toBe('detected');
  });
});
