import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { disputePage } from '../src/read-models/dispute.schema.js';
import { type DisputeStory, startDisputeStory, UPHOLD } from './dispute-story.js';

const OWN_FIGURES = '/v1/reports/agents?agent=a-alix';

let story: DisputeStory;
let told = 0;
beforeAll(async () => {
  story = await startDisputeStory();
  await story.say('d0');
  const merged = await story.post('/v1/agents/a-alix/merge').set('cookie', story.people.admin.cookie).send({ identities: ['a-alix-bis'] });
  if (merged.status !== 200) throw new Error(merged.text);
});
afterAll(() => story.stop());

const disputed = async (): Promise<string> => {
  const { id } = await story.say(`d${++told}`);
  await story.confirm(id);
  expect((await story.dispute(id)).status).toBe(201);
  return id;
};

describe('the queue of disputes', () => {
  it('gives a dispute to somebody who did not judge, and lists it to resolvers', async () => {
    const id = await disputed();
    const { interactionId } = await story.read(id);
    expect((await story.as('chef', 'post', '/v1/queues/disputed/claim').send({})).body).toEqual({ item: null });
    const listed = async (who: 'chef' | 'adjoint' | 'both') => disputePage.parse((await story.as(who, 'get', '/v1/disputes?state=open')).body).items.map(({ finding, resolvable }) => [finding.id, resolvable]);
    expect([await listed('chef'), await listed('adjoint'), await listed('both')]).toEqual([[[id, false]], [[id, true]], [[id, false]]]);
    expect((await story.as('adjoint', 'get', '/v1/queues')).body.queues.find(({ queue }: { queue: string }) => queue === 'disputed').interactions.count).toBe(1);
    const { item } = (await story.as('adjoint', 'post', '/v1/queues/disputed/claim').send({})).body;
    expect([item.interactionId, item.waiting.map((one: { id: string }) => one.id)]).toEqual([interactionId, [id]]);
    await story.resolve(id);
    expect((await story.as('adjoint', 'get', '/v1/queues/disputed/items')).body.items).toEqual([]);
    await disputed();
    const first = disputePage.parse((await story.as('adjoint', 'get', '/v1/disputes?limit=1')).body);
    const second = disputePage.parse((await story.as('adjoint', 'get', `/v1/disputes?limit=1&cursor=${first.next!}`)).body);
    expect(first.items[0]!.finding.id).not.toBe(second.items[0]!.finding.id);
    expect((await story.as('alix', 'get', '/v1/disputes')).status).toBe(403);
  });
});

describe('figures', () => {
  it('overturned counts nowhere, in every report as if it had been dismissed; upheld as if nothing had been said', async () => {
    const { id } = await story.say(`d${++told}`);
    await story.as('chef', 'put', `/v1/findings/${id}/review`).send({ verdict: 'dismissed', reason: 'wrong-context' });
    const never = await story.reports();
    await story.confirm(id);
    const counted = await story.reports();
    expect(counted).not.toEqual(never);
    await story.dispute(id);
    const [waiting] = (await story.reports())[OWN_FIGURES]!;
    const [without] = never[OWN_FIGURES]!;
    expect([waiting!['violations'], waiting!['withViolation']]).toEqual([without!['violations'], without!['withViolation']]);
    await story.resolve(id);
    expect(await story.reports()).toEqual(never);

    const { id: other } = await story.say(`d${++told}`);
    await story.confirm(other);
    const standing = await story.reports();
    await story.dispute(other);
    expect(await story.reports()).not.toEqual(standing);
    await story.resolve(other, 'adjoint', UPHOLD);
    expect(await story.reports()).toEqual(standing);
  });
});
