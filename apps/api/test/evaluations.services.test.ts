import { AccessKeyRepository } from '#storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { evaluationPage } from '../src/read-models/evaluation.schema.js';
import { ANSWERS, codeOf, DEFINITION, now, type ScorecardStory, startScorecardStory } from './scorecard-story.js';

let story: ScorecardStory;
let card: string;
let told = 0;
beforeAll(async () => {
  story = await startScorecardStory();
  card = await story.publish();
});
afterAll(() => story.stop());

const say = async (agent = 'a-alix', more: object = {}) => story.say(`e${++told}`, agent, { startedAt: now(), ...more });
const draft = async (): Promise<{ id: string; interaction: string }> => {
  const { interactionId } = await say();
  const begun = await story.begin(interactionId, card);
  expect(begun.status).toBe(201);
  return { id: begun.body.id, interaction: interactionId };
};
const submitted = async (): Promise<{ id: string; interaction: string }> => {
  const one = await draft();
  expect((await story.answer(one.id)).status).toBe(200);
  expect((await story.submit(one.id)).status).toBe(200);
  return one;
};

describe('an evaluation by a person', () => {
  it('goes from a draft, which is its author’s alone, to one that its agent sees, acknowledges and comments on', async () => {
    const { id, interaction } = await draft();
    const tag = (await story.as('chef', 'get', `/v1/evaluations/${id}`)).headers['etag']!;
    const answered = await story.as('chef', 'put', `/v1/evaluations/${id}/answers`).set('if-match', tag).send({ answers: ANSWERS });
    // 60 × 1 + 40 × 1/2 of 100.
    expect(answered.body).toMatchObject({ state: 'draft', result: { state: 'scored', score: { numerator: 4, denominator: 5, percent: 80 } }, answers: [{ evidence: [{ quote: 'Je vérifie' }] }, {}, {}] });
    expect(codeOf(await story.as('chef', 'put', `/v1/evaluations/${id}/answers`).set('if-match', tag).send({ answers: [] }))).toEqual([412, 'precondition_failed']);
    for (const who of ['adjoint', 'alix', 'admin'] as const) expect(codeOf(await story.as(who, 'get', `/v1/evaluations/${id}`))).toEqual([404, 'not_found']);
    expect((await story.beside(interaction, 'alix')).human).toEqual([]);
    expect(codeOf(await story.as('adjoint', 'post', `/v1/evaluations/${id}/submission`))).toEqual([404, 'not_found']);

    expect((await story.submit(id)).body).toMatchObject({ state: 'submitted', result: { score: { percent: 80 } } });
    expect((await story.evaluation(id, 'alix')).answers[0]).toMatchObject({ comment: 'Dès le début.', evidence: [{ quote: 'Je vérifie' }] });
    expect(codeOf(await story.as('bao', 'get', `/v1/evaluations/${id}`))).toEqual([404, 'not_found']);
    const own = evaluationPage.parse((await story.as('alix', 'get', '/v1/me/evaluations')).body);
    expect(own.items.map((one) => one.id)).toEqual([id]);

    const acknowledge = (who: 'alix' | 'bao' | 'chef' | 'admin') => story.as(who, 'put', `/v1/evaluations/${id}/acknowledgement`);
    expect([codeOf(await acknowledge('bao')), codeOf(await acknowledge('chef')), codeOf(await acknowledge('admin'))]).toEqual([[404, 'not_found'], [403, 'forbidden'], [403, 'forbidden']]);
    expect((await acknowledge('alix')).body.acknowledgedAt).not.toBeNull();
    await acknowledge('alix');
    expect((await story.journal('evaluation.acknowledged')).filter(({ payload }) => payload['evaluationId'] === id)).toEqual([{ payload: { evaluationId: id, by: story.people.alix.id } }]);
    const comment = (text: string | null, who: 'alix' | 'bao' = 'alix') => story.as(who, 'put', `/v1/evaluations/${id}/comment`).send({ text });
    expect((await comment('Le client était pressé.')).body.comment.text).toBe('Le client était pressé.');
    expect(codeOf(await comment('À moi.', 'bao'))).toEqual([404, 'not_found']);
    expect((await story.evaluation(id)).comment!.text).toBe('Le client était pressé.');
    const journal = await story.owner.query(`SELECT payload FROM journal WHERE type LIKE 'evaluation.%'`);
    expect(/pressé|début|vérifie/.test(JSON.stringify(journal))).toBe(false);
  });

  it('is handed in whole, and takes only answers and words that there are', async () => {
    const { id } = await draft();
    const open = await story.submit(id);
    expect(codeOf(open)).toEqual([409, 'evaluation_incomplete']);
    expect(JSON.parse(open.text).errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['#/answers/salue', '#/answers/nom', '#/answers/ecoute']);
    await story.answer(id, [ANSWERS[0]!, ANSWERS[2]!]);
    expect(JSON.parse((await story.submit(id)).text).errors).toHaveLength(1);
    for (const wrong of [
      { criterion: 'salue', answer: 'peut-etre' },
      { criterion: 'refus', answer: 'yes' },
      { criterion: 'inconnue', answer: 'yes' },
      { criterion: 'nom', answer: 'na' },
      { criterion: 'salue', answer: 'yes', evidence: [{ turn: 1, start: 0, end: 500 }] },
      { criterion: 'salue', answer: 'yes', evidence: [{ turn: 9, start: 0, end: 1 }] },
      { criterion: 'salue', answer: 'yes', evidence: [{ turn: 1, start: 4, end: 4 }] },
    ]) expect([wrong, codeOf(await story.answer(id, [wrong]))]).toEqual([wrong, [422, 'unprocessable']]);
    expect(codeOf(await story.answer(id, [ANSWERS[0]!, ANSWERS[0]!]))).toEqual([422, 'unprocessable']);
    // What an answer takes away is not asked, and no part of what is handed in.
    await story.answer(id, [{ criterion: 'salue', answer: 'no' }, ANSWERS[1]!, ANSWERS[2]!]);
    expect((await story.submit(id)).body).toMatchObject({ result: { score: { percent: 20 } }, answers: [{ criterion: 'salue' }, { criterion: 'ecoute' }] });
    const other = await draft();
    await story.answer(other.id, [{ criterion: 'salue', answer: 'na' }, { criterion: 'ecoute', answer: 'na' }]);
    expect((await story.submit(other.id)).body.result).toMatchObject({ state: 'nothing', score: null });
  });

  it('is never one’s own: not as a supervisor, not under another ref, not by a key', async () => {
    const { interactionId } = await say();
    expect((await story.as('admin', 'post', '/v1/agents/a-alix/merge').send({ identities: ['a-alix-bis'] })).status).toBe(200);
    expect(codeOf(await story.begin(interactionId, card, 'both'))).toEqual([403, 'own_evaluation']);
    const made = await story.app.get(AccessKeyRepository).createKey({ organisationId: ORGANISATION, by: story.people.both.id }, { name: 'clé', roles: ['supervisor'], scopes: [], teams: 'all', expiresAt: null });
    if (made.kind !== 'done') throw new Error(made.kind);
    const byKey = (address: string, body: object = {}) => story.post(address).set('authorization', `Bearer ${made.key}`).send(body);
    expect(codeOf(await byKey(`/v1/interactions/${interactionId}/evaluations`, { scorecard: card, agent: 'a-alix' }))).toEqual([403, 'own_evaluation']);
    // Who becomes that agent between the draft and the end is stopped at the end.
    const begun = await story.begin(interactionId, card, 'tiers');
    await story.answer(begun.body.id, ANSWERS, 'tiers');
    await story.owner.query('UPDATE account SET agent_ref = $2 WHERE account_id = $1', [story.people.tiers.id, 'a-alix-bis']);
    expect(codeOf(await story.submit(begun.body.id, 'tiers'))).toEqual([403, 'own_evaluation']);
    await story.owner.query('UPDATE account SET agent_ref = NULL WHERE account_id = $1', [story.people.tiers.id]);
    expect(codeOf(await story.begin(interactionId, card, 'chef', { agent: 'a-bao' }))).toEqual([422, 'unprocessable']);
    expect(codeOf(await story.begin(interactionId, card, 'alix'))).toEqual([403, 'forbidden']);
  });

  it('never changes once handed in: only a new one corrects it, and then counts alone', async () => {
    const { id, interaction } = await submitted();
    expect(codeOf(await story.answer(id, []))).toEqual([409, 'evaluation_submitted']);
    expect(codeOf(await story.as('chef', 'delete', `/v1/evaluations/${id}`))).toEqual([409, 'evaluation_submitted']);
    const second = await story.begin(interaction, card, 'adjoint');
    expect(codeOf(second)).toEqual([409, 'already_evaluated']);
    const correction = await story.begin(interaction, card, 'adjoint', { replaces: id });
    expect(correction.body).toMatchObject({ state: 'draft', replaces: id, answers: [{ criterion: 'salue' }, {}, {}] });
    await story.answer(correction.body.id, [{ criterion: 'salue', answer: 'na' }, { criterion: 'ecoute', answer: 'oui' }], 'adjoint');
    const before = (await story.report(card, 'agent')).rows.find(({ agent }) => agent!.ref === 'a-alix')!.human!;
    expect((await story.submit(correction.body.id, 'adjoint')).status).toBe(200);
    const after = (await story.report(card, 'agent')).rows.find(({ agent }) => agent!.ref === 'a-alix')!.human!;
    expect([after.n, after.mean! > before.mean!]).toEqual([before.n, true]);
    expect(await story.evaluation(id)).toMatchObject({ state: 'replaced', replacedBy: correction.body.id, result: { score: { percent: 80 } } });
    expect(codeOf(await story.as('alix', 'put', `/v1/evaluations/${id}/acknowledgement`))).toEqual([409, 'evaluation_replaced']);
    expect(codeOf(await story.begin(interaction, card, 'chef', { replaces: id }))).toEqual([409, 'evaluation_replaced']);
    expect((await story.journal('evaluation.submitted')).at(-1)!.payload).toMatchObject({ evaluationId: correction.body.id, replaces: id, by: story.people.adjoint.id });
  });

  it('keeps the version that it was filled in by', async () => {
    const { id } = await submitted();
    await story.as('chef', 'put', `/v1/scorecards/${card}/draft`).send({ ...DEFINITION, name: 'Tout autre', sections: [DEFINITION.sections[0]] });
    const { id: other } = await draft();
    expect([(await story.evaluation(id)).scorecard, (await story.evaluation(other)).scorecard].map(({ version, name }) => [version, name])).toEqual([[1, DEFINITION.name], [1, DEFINITION.name]]);
    expect((await story.evaluation(id)).definition).toEqual(DEFINITION);
  });

  it('is there once, however often it is begun or handed in: 1,000 times at once', async () => {
    const { interactionId } = await say();
    const begun = await Promise.all(Array.from({ length: 40 }, (_, i) => story.as('chef', 'post', `/v1/interactions/${interactionId}/evaluations`).set('idempotency-key', `i${i % 2}`).send({ scorecard: card, agent: 'a-alix' })));
    expect(new Set(begun.map(({ body }) => body.id)).size).toBe(1);
    const { id } = begun[0]!.body;
    await story.answer(id);
    const { cookie } = story.people.chef;
    const statuses: number[] = [];
    await Promise.all(
      Array.from({ length: 100 }, async () => {
        for (let i = 0; i < 10; i++) statuses.push((await story.app.inject({ method: 'POST', url: `/v1/evaluations/${id}/submission`, headers: { cookie } })).statusCode);
      }),
    );
    expect([statuses.length, new Set(statuses)]).toEqual([1_000, new Set([200])]);
    expect((await story.journal('evaluation.submitted')).filter(({ payload }) => payload['evaluationId'] === id)).toHaveLength(1);
    expect((await story.evaluation(id)).revision).toBe(3);
  }, 120_000);

  it('stands once when two people hand theirs in at the same time', async () => {
    const { interactionId } = await say();
    const [one, two] = [(await story.begin(interactionId, card)).body.id, (await story.begin(interactionId, card, 'adjoint')).body.id];
    await Promise.all([story.answer(one), story.answer(two, ANSWERS, 'adjoint')]);
    const both = await Promise.all([story.submit(one), story.submit(two, 'adjoint')]);
    expect(both.map(codeOf).map(([status]) => status).sort((a, b) => a - b)).toEqual([200, 409]);
    expect((await story.beside(interactionId)).human.filter(({ state }) => state === 'submitted')).toHaveLength(1);
  });

  it('can be thrown away while it is a draft', async () => {
    const { id, interaction } = await draft();
    expect((await story.as('chef', 'delete', `/v1/evaluations/${id}`)).status).toBe(200);
    expect((await story.beside(interaction)).human).toEqual([]);
  });
});
