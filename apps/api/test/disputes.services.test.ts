import { OrganisationRepository } from '#storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { ownFindings } from '../src/read-models/dispute.schema.js';
import { type DisputeStory, OVERTURN, startDisputeStory, UPHOLD } from './dispute-story.js';

let story: DisputeStory;
let told = 0;
beforeAll(async () => {
  story = await startDisputeStory();
  const { cookie } = story.people.admin;
  await story.say('d0');
  // Alix has a second ref: one person, by the directory.
  const merged = await story.post('/v1/agents/a-alix/merge').set('cookie', cookie).send({ identities: ['a-alix-bis'] });
  if (merged.status !== 200) throw new Error(merged.text);
});
afterAll(() => story.stop());

const confirmed = async (agent?: string): Promise<string> => {
  const { id } = await story.say(`d${++told}`, agent);
  expect((await story.confirm(id)).status).toBe(200);
  return id;
};
const disputed = async (): Promise<string> => {
  const id = await confirmed();
  expect((await story.dispute(id)).status).toBe(201);
  return id;
};
const outcome = ({ status, body }: { status: number; body: { code?: string } }): [number, string | undefined] => [status, body.code];

describe('GET /v1/me/findings', () => {
  it('shows an agent his or her own findings and figures, from detection on, under every ref, and nobody else’s', async () => {
    const own = await story.say(`d${++told}`);
    const alias = await story.say(`d${++told}`, 'a-alix-bis');
    const others = await story.say(`d${++told}`, 'a-bao');
    const answer = await story.as('alix', 'get', '/v1/me/findings?limit=200');
    const { items, agent, report } = ownFindings.parse(answer.body);
    const ids = items.map(({ finding }) => finding.id);
    expect([ids.includes(own.id), ids.includes(alias.id), ids.includes(others.id)]).toEqual([true, true, false]);
    expect(answer.text).not.toContain('a-bao');
    expect([agent.ref, report.basis, report.rows.length, report.rows[0]!.agent.ref]).toEqual(['a-alix', 'confirmed', 1, 'a-alix']);
    expect(report.rows[0]!.withMerit.denominator).toBeGreaterThan(0);
    const merits = ownFindings.parse((await story.as('alix', 'get', '/v1/me/findings?polarity=merit&limit=1')).body);
    expect([merits.items.map(({ finding }) => finding.polarity), merits.next === null]).toEqual([['merit'], false]);
  });

  it('shows the words around each extract, who judged by name, and finds what became of a dispute', async () => {
    const { id } = await story.say(`d${++told}`, 'a-alix', { text: 'Je regrette, non.' });
    await story.confirm(id);
    await story.dispute(id);
    const own = async (query: string) => ownFindings.parse((await story.as('alix', 'get', `/v1/me/findings?limit=200&${query}`)).body).items.filter(({ finding }) => finding.id === id);
    const [item] = await own('dispute=open');
    expect([item!.surroundings, item!.finding.names]).toEqual([[{ before: '', after: ' regrette, non.' }], { [story.people.alix.id]: 'alix', [story.people.chef.id]: 'chef' }]);
    await story.resolve(id, 'adjoint', UPHOLD);
    expect([(await own('dispute=open')).length, (await own('dispute=overturned')).length, (await own('dispute=upheld'))[0]!.finding.names[story.people.adjoint.id]]).toEqual([0, 0, 'adjoint']);
  });

  it('is for agents who are somebody of the directory', async () => {
    expect(outcome(await story.as('chef', 'get', '/v1/me/findings'))).toEqual([403, 'forbidden']);
    expect(outcome(await story.get('/v1/me/findings'))).toEqual([401, 'unauthorised']);
    expect((await story.as('alix', 'get', '/v1/me/findings?agent=a-bao')).body.code).toBe('invalid_query');
  });

  it('tells until when a finding can be disputed', async () => {
    const id = await confirmed();
    const until = async (): Promise<string | null> =>
      ownFindings.parse((await story.as('alix', 'get', '/v1/me/findings?polarity=violation&limit=200')).body).items.find(({ finding }) => finding.id === id)!.disputableUntil;
    const { at } = (await story.read(id)).review!;
    expect(Date.parse((await until())!) - Date.parse(at)).toBe(30 * 86_400_000);
    await story.dispute(id);
    expect(await until()).toBeNull();
  });
});

describe('PUT /v1/findings/{id}/comment', () => {
  it('keeps what the agent says apart from disputes, whatever the status; those who read the finding read it', async () => {
    const { id } = await story.say(`d${++told}`);
    const put = (text: string | null, who: 'alix' | 'bao' | 'chef' = 'alix') => story.as(who, 'put', `/v1/findings/${id}/comment`).send({ text });
    expect((await put('  Je citais.  ')).body).toMatchObject({ status: 'detected', comment: { text: 'Je citais.', by: story.people.alix.id }, dispute: null });
    expect((await story.read(id)).comment!.text).toBe('Je citais.');
    expect([outcome(await put('À moi.', 'bao')), outcome(await put('À moi.', 'chef'))]).toEqual([[404, 'not_found'], [403, 'forbidden']]);
    expect([(await put('   ')).body.code, (await put('x'.repeat(2001))).body.code]).toEqual(['invalid_body', 'invalid_body']);
    const tag = (await story.as('alix', 'get', `/v1/findings/${id}`)).headers['etag']!;
    expect((await story.as('alix', 'put', `/v1/findings/${id}/comment`).set('if-match', tag).send({ text: 'Autrement.' })).status).toBe(200);
    expect((await story.as('alix', 'put', `/v1/findings/${id}/comment`).set('if-match', tag).send({ text: 'Encore.' })).body.code).toBe('precondition_failed');
    expect((await put(null)).body.comment).toBeNull();
    const journal = await story.owner.query(`SELECT payload FROM journal WHERE type = 'finding.commented' AND payload->>'findingId' = $1`, [id]);
    expect([journal.length, JSON.stringify(journal).includes('citais')]).toEqual([3, false]);
  });
});

describe('POST /v1/findings/{id}/dispute', () => {
  it('is for the agent concerned: for another it is not there', async () => {
    const id = await confirmed();
    expect(outcome(await story.dispute(id, 'bao'))).toEqual([404, 'not_found']);
    expect(outcome(await story.dispute(id, 'chef'))).toEqual([403, 'forbidden']);
    expect((await story.read(id)).dispute).toBeNull();
  });

  it('needs a confirmed violation', async () => {
    const detected = await story.say(`d${++told}`);
    expect(outcome(await story.dispute(detected.id))).toEqual([409, 'not_disputable']);
    const own = ownFindings.parse((await story.as('alix', 'get', '/v1/me/findings?polarity=merit&limit=1')).body).items[0]!.finding;
    await story.confirm(own.id);
    expect(outcome(await story.dispute(own.id))).toEqual([409, 'not_disputable']);
  });

  it('needs a reason', async () => {
    const id = await confirmed();
    for (const body of [{}, { reason: '  ' }, { reason: null }]) {
      const answer = await story.as('alix', 'post', `/v1/findings/${id}/dispute`).send(body);
      expect([...outcome(answer), JSON.stringify(answer.body.errors).includes('reason')]).toEqual([400, 'invalid_body', true]);
    }
  });

  it('is in time, by the organisation’s days', async () => {
    const id = await confirmed();
    const age = (days: number) => story.owner.query(`UPDATE review SET reviewed_at = now() - make_interval(hours => $2::int) WHERE finding_id = $1`, [id, days * 24]);
    await age(31);
    expect(outcome(await story.dispute(id))).toEqual([409, 'dispute_too_late']);
    const organisations = story.app.get(OrganisationRepository);
    const { settings } = (await organisations.readOrganisation(ORGANISATION))!;
    await organisations.changeSettings(ORGANISATION, { ...settings, disputeDays: 60 }, 'essai');
    expect((await story.dispute(id)).status).toBe(201);
    await organisations.changeSettings(ORGANISATION, settings, 'essai');
  });

  it('acts once for a key, and a judgement is disputed once', async () => {
    const id = await confirmed();
    const send = (reason: string, key: string) => story.as('alix', 'post', `/v1/findings/${id}/dispute`).set('idempotency-key', key).send({ reason });
    const answers = await Promise.all(Array.from({ length: 10 }, () => send('Je citais.', 'un')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await story.journalOf(id)).toEqual([{ state: 'open' }]);
    expect(outcome(await send('Autre raison.', 'un'))).toEqual([422, 'idempotency_conflict']);
    expect(outcome(await send('Je citais.', 'deux'))).toEqual([409, 'already_disputed']);
    expect(outcome(await story.dispute(id))).toEqual([409, 'already_disputed']);
    await story.resolve(id, 'adjoint', UPHOLD);
    expect(outcome(await story.dispute(id))).toEqual([409, 'already_disputed']);
  });

  it('holds the judgement: nobody changes it otherwise, before or after the answer', async () => {
    const id = await disputed();
    const judge = (verdict: object) => story.as('tiers', 'put', `/v1/findings/${id}/review`).send(verdict);
    expect(outcome(await judge({ verdict: 'dismissed', reason: 'wrong-words' }))).toEqual([409, 'under_dispute']);
    expect(outcome(await story.as('chef', 'delete', `/v1/findings/${id}/review`))).toEqual([409, 'under_dispute']);
    await story.resolve(id);
    expect(outcome(await judge({ verdict: 'confirmed' }))).toEqual([409, 'under_dispute']);
  });
});

describe('DELETE /v1/findings/{id}/dispute', () => {
  it('takes it back: the judgement stands, figures are as before; not once it is resolved, and not another’s', async () => {
    const id = await confirmed();
    const before = await story.reports();
    await story.dispute(id);
    expect(outcome(await story.as('bao', 'delete', `/v1/findings/${id}/dispute`))).toEqual([404, 'not_found']);
    const back = await story.as('alix', 'delete', `/v1/findings/${id}/dispute`);
    expect(back.body).toMatchObject({ status: 'confirmed', dispute: null, review: { verdict: 'confirmed', by: story.people.chef.id } });
    expect((await story.as('alix', 'delete', `/v1/findings/${id}/dispute`)).status).toBe(200);
    expect(await story.reports()).toEqual(before);
    expect(await story.journalOf(id)).toEqual([{ state: 'open' }, { state: 'withdrawn' }]);
    await story.dispute(id);
    await story.resolve(id);
    expect(outcome(await story.as('alix', 'delete', `/v1/findings/${id}/dispute`))).toEqual([409, 'already_settled']);
  });
});

describe('PUT /v1/findings/{id}/dispute/resolution', () => {
  it('is not for whoever judged, with an own key either, nor for the person concerned, nor without an account', async () => {
    const id = await disputed();
    expect(outcome(await story.resolve(id, 'chef'))).toEqual([403, 'own_judgement']);
    expect(outcome(await story.resolve(id, 'both'))).toEqual([403, 'own_finding']);
    expect(outcome(await story.resolve(id, 'alix'))).toEqual([403, 'forbidden']);
    const made = await story.as('admin', 'post', '/v1/keys').send({ name: 'clé', roles: ['supervisor', 'cx-owner'] });
    const bearer = `Bearer ${made.body.key}`;
    expect(outcome(await story.put(`/v1/findings/${id}/dispute/resolution`).set('authorization', bearer).send(OVERTURN))).toEqual([403, 'forbidden']);
    expect((await story.read(id)).status).toBe('disputed');
    // The administrator judges with the key that he made, and would answer from his account.
    const { id: other } = await story.say(`d${++told}`);
    expect((await story.put(`/v1/findings/${other}/review`).set('authorization', bearer).send({ verdict: 'confirmed' })).status).toBe(200);
    await story.dispute(other);
    expect(outcome(await story.resolve(other, 'admin'))).toEqual([403, 'own_judgement']);
    // Nor does the queue hand it to him: only what somebody else judged.
    const given: string[] = [];
    const claim = async (): Promise<string | undefined> => (await story.as('admin', 'post', '/v1/queues/disputed/claim').send({ after: given.at(-1) })).body.item?.interactionId;
    for (let next = await claim(); next !== undefined && !given.includes(next); next = await claim()) given.push(next);
    expect(given.length).toBeGreaterThan(0);
    expect(given).not.toContain((await story.read(other)).interactionId);
    const listed = (await story.as('admin', 'get', '/v1/disputes?state=open&limit=200')).body.items;
    expect(listed.find(({ finding }: { finding: { id: string } }) => finding.id === other).resolvable).toBe(false);
    await story.owner.query('DELETE FROM review_task');
    expect((await story.resolve(other, 'chef')).status).toBe(200);
  });

  it.each([
    ['no reason', { outcome: 'upheld' }],
    ['an empty reason', { ...UPHOLD, reason: ' ' }],
    ['no cause', { outcome: 'overturned', reason: 'Voilà.' }],
    ['a cause to uphold', { ...UPHOLD, cause: 'wrong-words' }],
    ['an unknown outcome', { ...UPHOLD, outcome: 'peut-être' }],
  ])('refuses %s', async (_name, body) => {
    const id = await disputed();
    expect(outcome(await story.resolve(id, 'adjoint', body))).toEqual([400, 'invalid_body']);
    expect((await story.read(id)).status).toBe('disputed');
  });

  it('answers what is disputed only', async () => {
    expect(outcome(await story.resolve(await confirmed()))).toEqual([409, 'not_disputed']);
    expect(outcome(await story.resolve('6f0e1d2c-4b3a-5998-8776-5a4b3c2d1e0f'))).toEqual([404, 'not_found']);
  });

  it('has one effect, however many resolve at the same time', async () => {
    const id = await disputed();
    const answers = await Promise.all(Array.from({ length: 24 }, (_, i) => story.resolve(id, i % 2 === 0 ? 'adjoint' : 'tiers', i % 2 === 0 ? OVERTURN : UPHOLD)));
    const { ruling } = (await story.read(id)).dispute!;
    const won = ruling!.by === story.people.adjoint.id ? 0 : 1;
    expect(answers.map(outcome)).toEqual(answers.map((_, i) => (i % 2 === won ? [200, undefined] : [409, 'already_settled'])));
    expect(await story.journalOf(id)).toEqual([{ state: 'open' }, { state: ruling!.outcome }]);
  });

  it('holds to the version read, and to who is reviewing the interaction', async () => {
    const id = await disputed();
    const tag = (await story.as('adjoint', 'get', `/v1/findings/${id}`)).headers['etag']!;
    await story.as('alix', 'delete', `/v1/findings/${id}/dispute`);
    await story.dispute(id, 'alix', 'Une autre raison.');
    expect((await story.resolve(id).set('if-match', tag)).body.code).toBe('precondition_failed');
    const claimed = await story.as('tiers', 'post', '/v1/queues/disputed/claim').send({});
    const held = claimed.body.item;
    const mine = held.waiting[0].id;
    expect(outcome(await story.resolve(mine))).toEqual([409, 'held_by_other']);
    await story.as('tiers', 'delete', `/v1/interactions/${held.interactionId}/hold`);
    expect((await story.resolve(mine)).status).toBe(200);
  });
});
