import { randomUUID } from 'node:crypto';
import { SAMPLE_SETTINGS } from '#domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coachingPage, coachingSession } from '../src/read-models/coaching.schema.js';
import { type Coaching, codeOf, daysAgo, type Member, nord, startCoaching, TODAY } from './coaching-story.js';
import { worked } from './consistency-story.js';

let api: Coaching;
/** Runs sessions in nord. */
let carla: Member;
/** Supervises nord too, and is agent nord-7 of it. */
let sam: Member;
/** Runs sessions in sud. */
let sofia: Member;
let paul: Member;
let agent: Member;
let other: Member;
const own = nord(0, 20, { count: 4, found: { refus: 1, '+accueil': 1 } });
const foreign = nord(1, 20, { count: 2, found: { refus: 1 } });
const [violation, merit] = own[0]!.analysis.findings;

beforeAll(async () => {
  api = await startCoaching(SAMPLE_SETTINGS);
  carla = await api.member('carla', ['coach'], ['nord']);
  sam = await api.member('sam', ['supervisor', 'agent'], ['nord'], 'nord-7');
  sofia = await api.member('sofia', ['coach'], ['sud']);
  paul = await api.member('paul', ['dpo'], 'all');
  agent = await api.member('aline', ['agent'], 'all', 'nord-0');
  other = await api.member('omar', ['agent'], 'all', 'nord-1');
  await api.take([...own, ...foreign, ...nord(7, 20, { count: 2, found: { refus: 1 } }), ...worked({ agent: 'sud-0', team: 'sud', from: daysAgo(20), count: 2, found: { refus: 1 } })]);
});
afterAll(() => api.stop());

const create = (who: Member, change: object = {}, key: string = randomUUID()) =>
  api.as(who, 'post', '/coaching-sessions').set('idempotency-key', key).send({ agent: 'nord-0', rules: ['refus', 'accueil'], agenda: [violation!.id, merit!.id], ...change });
const made = async (who = carla, change: object = {}) => coachingSession.parse((await create(who, change)).body);
const move = (who: Member, id: string, state: string, on: string) => api.as(who, 'put', `/coaching-sessions/${id}/state`).send({ state, on });
const read = async (who: Member, id: string) => coachingSession.parse((await api.as(who, 'get', `/coaching-sessions/${id}`)).body);
const readOwn = async (who: Member, id: string) => coachingSession.parse((await api.as(who, 'get', `/me/coaching-sessions/${id}`)).body);
const note = (who: Member, path: string, body: object) => api.as(who, 'put', `${path}/note`).send(body);
const held = async () => {
  const { id } = await made();
  await move(carla, id, 'planned', daysAgo(3));
  await api.holdOn(carla, id, daysAgo(2));
  return id;
};

describe('a coaching session', () => {
  it('is prepared, planned, held, acknowledged by the agent and followed up; each change is journalled', async () => {
    const draft = await made();
    expect(draft).toMatchObject({
      state: 'draft', version: 1, agent: { ref: 'nord-0', name: 'Agent nord 0' }, team: { ref: 'nord' }, coach: { id: carla.id, name: 'carla' }, measure: { windowDays: 28, until: null },
      rules: [{ ruleId: 'refus', polarity: 'violation' }, { ruleId: 'accueil', polarity: 'merit' }],
    });
    expect(draft.agenda.map(({ finding }) => [finding!.ruleId, finding!.evidence[0]!.quote !== ''])).toEqual([['refus', true], ['accueil', true]]);
    const { id } = draft;
    // A draft is nobody's but theirs who prepare it.
    expect(codeOf(await api.as(agent, 'get', `/me/coaching-sessions/${id}`))).toEqual([404, 'not_found']);

    expect((await move(carla, id, 'planned', daysAgo(2))).body).toMatchObject({ state: 'planned', version: 2 });
    // What is measured and until when is known to the agent before anything is measured.
    expect(await readOwn(agent, id)).toMatchObject({ rules: draft.rules, measure: { windowDays: 28, until: daysAgo(-26) } });
    expect((await move(carla, id, 'held', TODAY)).body).toMatchObject({ state: 'held', heldOn: TODAY, measure: { until: daysAgo(-28) } });
    const actions = [{ text: 'Proposer avant de refuser', dueOn: daysAgo(-10), done: false }];
    expect((await api.as(carla, 'patch', `/coaching-sessions/${id}`).send({ actions, followUpOn: daysAgo(-30) })).body).toMatchObject({ actions, followUpOn: daysAgo(-30), version: 4 });
    expect((await api.as(agent, 'post', `/me/coaching-sessions/${id}/acknowledgement`).set('if-match', '"4"')).body).toMatchObject({ state: 'acknowledged', version: 5 });
    expect((await api.as(carla, 'patch', `/coaching-sessions/${id}`).send({ actions: [{ ...actions[0], done: true }] })).body.actions[0].done).toBe(true);
    expect((await move(carla, id, 'followed-up', TODAY)).body).toMatchObject({ state: 'followed-up', followedUpOn: TODAY, version: 7 });
    expect(codeOf(await api.as(carla, 'patch', `/coaching-sessions/${id}`).send({ followUpOn: null }))).toEqual([409, 'coaching_fixed']);

    const of = async (type: string) => (await api.journalOf(type)).filter(({ sessionId }) => sessionId === id);
    expect(await of('coaching.created')).toEqual([{ sessionId: id, agentRef: 'nord-0', rules: ['refus', 'accueil'], by: carla.id }]);
    expect((await of('coaching.moved')).map(({ to, by }) => [to, by])).toEqual([['planned', carla.id], ['held', carla.id], ['acknowledged', agent.id], ['followed-up', carla.id]]);
    expect((await of('coaching.changed')).map(({ changed }) => changed)).toEqual([['actions', 'followUpOn'], ['actions']]);
    // No words of anybody in the journal.
    expect(JSON.stringify(await api.journalOf('coaching.changed'))).not.toContain('Proposer');
  });

  it('goes one step at a time, and what is measured stands once it is held', async () => {
    const { id } = await made();
    for (const state of ['held', 'followed-up']) expect(codeOf(await move(carla, id, state, TODAY))).toEqual([409, 'coaching_step']);
    await move(carla, id, 'planned', daysAgo(1));
    expect((await move(carla, id, 'planned', daysAgo(-5))).body.plannedOn).toBe(daysAgo(-5));
    expect(codeOf(await move(carla, id, 'held', daysAgo(-1)))).toEqual([422, 'unprocessable']);
    expect(codeOf(await api.as(agent, 'post', `/me/coaching-sessions/${id}/acknowledgement`))).toEqual([409, 'coaching_step']);
    await move(carla, id, 'held', TODAY);
    // The day would otherwise be chosen for the figures.
    expect(codeOf(await move(carla, id, 'held', TODAY))).toEqual([409, 'coaching_step']);
    for (const change of [{ rules: ['jargon'] }, { agenda: [] }, { windowDays: 60 }]) {
      expect(codeOf(await api.as(carla, 'patch', `/coaching-sessions/${id}`).send(change))).toEqual([409, 'coaching_fixed']);
    }
    expect(codeOf(await api.as(carla, 'delete', `/coaching-sessions/${id}`))).toEqual([409, 'coaching_step']);
    await api.as(agent, 'post', `/me/coaching-sessions/${id}/acknowledgement`);
    expect(codeOf(await api.as(carla, 'patch', `/coaching-sessions/${id}`).send({ actions: [{ text: 'Autre chose' }] }))).toEqual([409, 'coaching_fixed']);
  });

  it('can be taken away before it is held, and changes by one at a time', async () => {
    const { id } = await made();
    const change = (windowDays: number) => api.as(carla, 'patch', `/coaching-sessions/${id}`).set('if-match', '"1"').send({ windowDays });
    const both = await Promise.all([change(30), change(40)]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412]);
    expect((await api.as(carla, 'patch', `/coaching-sessions/${id}`).send({ windowDays: both.find(({ status }) => status === 200)!.body.measure.windowDays })).body.version).toBe(2);
    expect(codeOf(await api.as(carla, 'delete', `/coaching-sessions/${id}`).set('if-match', '"1"'))).toEqual([412, 'precondition_failed']);
    expect((await api.as(carla, 'delete', `/coaching-sessions/${id}`)).status).toBe(200);
    expect(codeOf(await api.as(carla, 'get', `/coaching-sessions/${id}`))).toEqual([404, 'not_found']);
    expect(await api.journalOf('coaching.removed')).toEqual([{ sessionId: id, agentRef: 'nord-0', by: carla.id }]);
  });

  it('is one session, however often it is asked for at once with a key', { timeout: 120_000 }, async () => {
    const all = async () => (await api.owner.query('SELECT count(*)::int AS n FROM coaching_session'))[0].n;
    const before = await all();
    const ids = new Set<string>();
    for (let round = 0; round < 10; round++) {
      for (const { status, body } of await Promise.all(Array.from({ length: 100 }, () => create(carla, {}, 'mille')))) ids.add(status === 201 ? body.id : `${status}`);
    }
    expect(ids.size).toBe(1);
    const [id] = ids;
    expect(await all()).toBe(before + 1);
    expect((await api.journalOf('coaching.created')).filter(({ sessionId }) => sessionId === id)).toHaveLength(1);
    expect(codeOf(await create(carla, { rules: ['refus'] }, 'mille'))).toEqual([422, 'idempotency_conflict']);
    expect((await create(sam, {}, 'mille')).body.id).not.toBe(id);
  });

  it.each([
    ['a rule that is not in force', { rules: ['inconnue'] }, [422, 'unprocessable', '#/rules/0']],
    ['no rule', { rules: [] }, [400, 'invalid_body', '#/rules']],
    ['six rules', { rules: ['a', 'b', 'c', 'd', 'e', 'f'] }, [400, 'invalid_body', '#/rules']],
    ['the same rule twice', { rules: ['refus', 'refus'] }, [422, 'unprocessable', '#/rules']],
    ['somebody else’s words', { agenda: [violation!.id, foreign[0]!.analysis.findings[0]!.id] }, [422, 'unprocessable', '#/agenda/1']],
    ['a period too short', { windowDays: 2 }, [400, 'invalid_body', '#/windowDays']],
  ])('is refused with %s', async (_name, change, expected) => {
    const refused = await create(carla, change);
    expect([...codeOf(refused), JSON.parse(refused.text).errors[0].pointer]).toEqual(expected);
  });

  it('is not about a rule under observation, nor about what was dismissed', async () => {
    const observed = own[1]!.analysis.findings[0]!.id;
    await api.as(api.admin, 'put', `/findings/${observed}/review`).send({ verdict: 'dismissed', reason: 'wrong-context' });
    expect(codeOf(await create(carla, { agenda: [observed] }))).toEqual([422, 'unprocessable']);
    await api.owner.query(`INSERT INTO rule_observation (organisation_id, rule_id, observed, since, confirmed, judged, low, threshold, decided_by) SELECT organisation_id, 'jargon', true, now(), 0, 20, 0, 0.5, 'test' FROM organisation`);
    const refused = await create(carla, { rules: ['jargon'] });
    expect(JSON.parse(refused.text).errors[0].detail).toContain('observation');
  });
});

describe('who may what', () => {
  it('another team’s coach finds nothing, whichever door', async () => {
    const id = await held();
    for (const path of [`/coaching-sessions/${id}`, `/coaching-sessions/${id}/effect`, `/coaching-preparations?agent=nord-0&from=${daysAgo(30)}&to=${TODAY}`]) expect(codeOf(await api.as(sofia, 'get', path))).toEqual([404, 'not_found']);
    expect(codeOf(await api.as(sofia, 'patch', `/coaching-sessions/${id}`).send({ followUpOn: TODAY }))).toEqual([404, 'not_found']);
    expect(codeOf(await move(sofia, id, 'followed-up', TODAY))).toEqual([404, 'not_found']);
    expect(codeOf(await note(sofia, `/coaching-sessions/${id}`, { text: 'Lu', shared: true }))).toEqual([404, 'not_found']);
    expect(codeOf(await api.as(sofia, 'delete', `/coaching-sessions/${id}`))).toEqual([404, 'not_found']);
    expect(codeOf(await create(sofia))).toEqual([404, 'not_found']);
    expect((await api.as(sofia, 'get', '/coaching-sessions')).body.items).toEqual([]);
    expect((await api.as(sofia, 'get', '/coaching-sessions?agent=nord-0')).body.items).toEqual([]);
  });

  it('a note is its writer’s alone until it is shared, by whichever side', async () => {
    const id = await held();
    await note(carla, `/coaching-sessions/${id}`, { text: 'Secret de Carla' });
    await note(agent, `/me/coaching-sessions/${id}`, { text: 'Secret d’Aline' });
    expect((await read(carla, id)).notes.map(({ text }) => text)).toEqual(['Secret de Carla']);
    expect((await readOwn(agent, id)).notes.map(({ text }) => text)).toEqual(['Secret d’Aline']);
    for (const who of [sam, api.admin]) expect((await read(who, id)).notes).toEqual([]);
    // Any other answer to the agent that might carry it.
    const answers = await Promise.all(['', `/${id}/effect`].map((path) => api.as(agent, 'get', `/me/coaching-sessions${path}`)));
    const acknowledged = await api.as(agent, 'post', `/me/coaching-sessions/${id}/acknowledgement`);
    const noted = await note(agent, `/me/coaching-sessions/${id}`, { text: 'Je relirai.', shared: true });
    expect([...answers, acknowledged, noted].map(({ text }) => text).join()).not.toContain('Secret de Carla');
    await note(carla, `/coaching-sessions/${id}`, { text: 'Merci pour cet échange.', shared: true });
    for (const { notes } of [await readOwn(agent, id), await read(sam, id)]) expect(notes.map(({ text }) => text)).toEqual(['Merci pour cet échange.', 'Je relirai.']);
    await note(carla, `/coaching-sessions/${id}`, { text: null });
    expect((await readOwn(agent, id)).notes.map(({ text }) => text)).toEqual(['Je relirai.']);
    expect((await api.journalOf('coaching.noted')).filter(({ sessionId }) => sessionId === id).map(({ side, shared }) => [side, shared])).toEqual([
      ['coach', false], ['agent', false], ['agent', true], ['coach', true], ['coach', false],
    ]);
  });

  it('nobody writes another’s note, and two windows of one writer do not overwrite each other', async () => {
    const id = await held();
    const path = `/coaching-sessions/${id}`;
    await note(carla, path, { text: 'De Carla', shared: true });
    await note(sam, path, { text: 'De Sam', shared: true });
    expect((await read(carla, id)).notes.map(({ by, text }) => [by, text])).toEqual([[carla.id, 'De Carla'], [sam.id, 'De Sam']]);
    expect(codeOf(await note(carla, path, { text: 'Encore' }).set('if-match', '"none"'))).toEqual([412, 'precondition_failed']);
    expect((await note(carla, path, { text: 'Encore' }).set('if-match', `"${(await read(carla, id)).notes[0]!.at}"`)).status).toBe(200);
    // A note is no new version of the session.
    expect((await read(carla, id)).version).toBe(3);
  });

  it('an agent sees own sessions only, and nobody acknowledges for somebody else', async () => {
    const id = await held();
    expect(coachingPage.parse((await api.as(agent, 'get', '/me/coaching-sessions')).body).items.every(({ agent: who }) => who.ref === 'nord-0')).toBe(true);
    expect((await api.as(other, 'get', '/me/coaching-sessions')).body.items).toEqual([]);
    for (const who of [other, sam]) {
      expect(codeOf(await api.as(who, 'get', `/me/coaching-sessions/${id}`))).toEqual([404, 'not_found']);
      expect(codeOf(await api.as(who, 'post', `/me/coaching-sessions/${id}/acknowledgement`))).toEqual([404, 'not_found']);
    }
    expect(codeOf(await api.as(carla, 'post', `/me/coaching-sessions/${id}/acknowledgement`))).toEqual([403, 'forbidden']);
    expect(codeOf(await api.as(agent, 'get', `/coaching-sessions/${id}`))).toEqual([403, 'forbidden']);
    expect(codeOf(await api.as(agent, 'put', `/coaching-sessions/${id}/state`).send({ state: 'held', on: TODAY }))).toEqual([403, 'forbidden']);
    expect((await read(carla, id)).state).toBe('held');
  });

  it('who supervises and answers too neither coaches nor reads about himself as a coach, nor by a key', async () => {
    expect(codeOf(await create(sam, { agent: 'nord-7', agenda: [] }))).toEqual([404, 'not_found']);
    const { key } = (await api.as(await api.member('adele', ['admin'], 'all', 'nord-7'), 'post', '/keys').send({ name: 'Atelier', roles: ['coach'] })).body;
    expect(codeOf(await api.post('/v1/coaching-sessions').set('authorization', `Bearer ${key}`).send({ agent: 'nord-7', rules: ['refus'] }))).toEqual([404, 'not_found']);
    const { id } = await made(carla, { agent: 'nord-7', agenda: [] });
    await note(carla, `/coaching-sessions/${id}`, { text: 'Pas encore dit', shared: true });
    expect(codeOf(await api.as(sam, 'get', `/coaching-sessions/${id}`))).toEqual([404, 'not_found']);
    expect((await api.as(sam, 'get', '/coaching-sessions')).text).not.toContain(id);
    await move(carla, id, 'planned', TODAY);
    await move(carla, id, 'held', TODAY);
    expect((await readOwn(sam, id)).notes[0]!.text).toBe('Pas encore dit');
    expect((await api.as(sam, 'post', `/me/coaching-sessions/${id}/acknowledgement`)).body.state).toBe('acknowledged');
  });

  it('whoever ran a session does not acknowledge it, become the agent since', async () => {
    const { id } = await made(carla, { agent: 'nord-3', agenda: [] });
    await move(carla, id, 'planned', TODAY);
    await move(carla, id, 'held', TODAY);
    await api.as(api.admin, 'patch', `/accounts/${carla.id}`).send({ roles: ['coach', 'agent'], agentRef: 'nord-3' });
    expect(codeOf(await api.as(carla, 'post', `/me/coaching-sessions/${id}/acknowledgement`))).toEqual([403, 'coaching_by_oneself']);
    await api.as(api.admin, 'patch', `/accounts/${carla.id}`).send({ roles: ['coach'], agentRef: null });
  });

  it('the data protection officer sees that a session exists, and no word of it', async () => {
    const id = await held();
    await note(carla, `/coaching-sessions/${id}`, { text: 'Partagée', shared: true });
    await api.as(carla, 'patch', `/coaching-sessions/${id}`).send({ actions: [{ text: 'Relire' }] });
    const listed = await api.as(paul, 'get', '/coaching-sessions');
    expect(coachingPage.parse(listed.body).items.map((one) => one.id)).toContain(id);
    for (const word of ['Partagée', 'Relire', violation!.id]) expect(listed.text).not.toContain(word);
    for (const path of [`/coaching-sessions/${id}`, `/coaching-sessions/${id}/effect`]) expect(codeOf(await api.as(paul, 'get', path))).toEqual([403, 'forbidden']);
  });

  it('pages follow one another, the latest first', async () => {
    const all = coachingPage.parse((await api.as(carla, 'get', '/coaching-sessions?limit=200')).body).items.map(({ id }) => id);
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const page = coachingPage.parse((await api.as(carla, 'get', `/coaching-sessions?limit=3${next === '' ? '' : `&cursor=${next}`}`)).body);
      seen.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(seen).toEqual(all);
    expect(codeOf(await api.as(carla, 'get', '/coaching-sessions?cursor=x'))).toEqual([422, 'invalid_cursor']);
  });
});
