import type { ScorecardDefinition } from '#domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scorecard, scorecardList } from '../src/read-models/scorecard.schema.js';
import { codeOf, dayFromNow, DEFINITION, now, type ScorecardStory, startScorecardStory, today } from './scorecard-story.js';

let story: ScorecardStory;
beforeAll(async () => {
  story = await startScorecardStory();
});
afterAll(() => story.stop());

const read = async (id: string, who: 'chef' | 'alix' = 'chef') => scorecard.parse((await story.as(who, 'get', `/v1/scorecards/${id}`)).body);
const create = (definition: object = DEFINITION) => story.as('chef', 'post', '/v1/scorecards').send(definition);
const publish = (id: string, version: number, effectiveOn = today()) => story.as('chef', 'post', `/v1/scorecards/${id}/versions/${version}/publication`).send({ effectiveOn });
const retire = (id: string, version: number, from: string) => story.as('chef', 'post', `/v1/scorecards/${id}/versions/${version}/retirement`).send({ from });
const renamed = (name: string): ScorecardDefinition => ({ ...DEFINITION, name });

const at = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

describe('a scorecard', () => {
  it('begins as a draft that only those who write it see, once for a key', async () => {
    const made = scorecard.parse((await story.as('chef', 'post', '/v1/scorecards').set('idempotency-key', 'k').send(DEFINITION)).body);
    expect(made).toMatchObject({ name: DEFINITION.name, current: null, versions: [{ version: 1, state: 'draft', problems: [] }] });
    const again = await Promise.all(Array.from({ length: 8 }, () => story.as('chef', 'post', '/v1/scorecards').set('idempotency-key', 'k').send(DEFINITION)));
    expect(new Set(again.map(({ body }) => body.id))).toEqual(new Set([made.id]));
    expect(codeOf(await story.as('chef', 'post', '/v1/scorecards').set('idempotency-key', 'k').send(renamed('Autre')))).toEqual([422, 'idempotency_conflict']);
    expect(codeOf(await story.as('alix', 'get', `/v1/scorecards/${made.id}`))).toEqual([404, 'not_found']);
    expect(scorecardList.parse((await story.as('alix', 'get', '/v1/scorecards')).body).items).toEqual([]);
    expect(codeOf(await story.as('alix', 'post', '/v1/scorecards').send(DEFINITION))).toEqual([403, 'forbidden']);
  });

  it('is checked as it is written: what is wrong, where, and how to put it right', async () => {
    const wrong: ScorecardDefinition = { ...DEFINITION, sections: [{ ...DEFINITION.sections[1]!, title: '', criteria: [{ ...DEFINITION.sections[1]!.criteria[0]!, source: { kind: 'findings', rules: ['refsu'], commitments: [], counts: { by: 'no-violation' } } }] }] };
    const checked = await story.as('chef', 'post', '/v1/scorecards/check').send(wrong);
    expect(checked.body.problems.map(({ path }: { path: unknown[] }) => path.join('/'))).toEqual(['sections/0/title', 'sections/0/criteria/0/source/rules/0']);
    expect(checked.body.problems[1].fr).toContain('Vouliez-vous dire « refus »');
    const { body } = await create(wrong);
    expect(body.versions[0].problems).toHaveLength(2);
    const refused = await publish(body.id, 1);
    expect(codeOf(refused)).toEqual([422, 'invalid_scorecard']);
    expect(JSON.parse(refused.text).errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['#/sections/0/title', '#/sections/0/criteria/0/source/rules/0']);
    expect(codeOf(await create({ ...DEFINITION, sections: [{ ...DEFINITION.sections[0], weight: 3 }] }))).toEqual([400, 'invalid_body']);
    expect(codeOf(await story.as('chef', 'put', `/v1/scorecards/${body.id}/draft`).send({ ...DEFINITION, sections: DEFINITION.sections.map((one) => ({ ...one, criteria: one.criteria.map((each) => ({ ...each, weight: 101 })) })) }))).toEqual([400, 'invalid_body']);
  });

  it('never changes once published, and goes on in a next version', async () => {
    const { body } = await create();
    expect(codeOf(await publish(body.id, 1, dayFromNow(-2)))).toEqual([422, 'date_past']);
    expect((await publish(body.id, 1)).body.versions[0]).toMatchObject({ state: 'published', effectiveOn: today() });
    expect((await publish(body.id, 1)).status).toBe(200);
    expect(codeOf(await publish(body.id, 1, dayFromNow(3)))).toEqual([409, 'version_published']);
    const { status } = await story.as('chef', 'put', `/v1/scorecards/${body.id}/draft`).send(renamed('Suite'));
    expect(status).toBe(200);
    const after = await read(body.id);
    expect(after.versions.map(({ version, state, definition }) => [version, state, definition.name])).toEqual([[2, 'draft', 'Suite'], [1, 'published', DEFINITION.name]]);
    expect((await read(body.id, 'alix')).versions.map(({ version }) => version)).toEqual([1]);
    expect([(await story.journal('scorecard.published')).filter(({ payload }) => payload['scorecardId'] === body.id).length]).toEqual([1]);
  });

  it('is written by one at a time', async () => {
    const { body, headers } = await create();
    const put = (name: string, tag?: string) => {
      const asked = story.as('chef', 'put', `/v1/scorecards/${body.id}/draft`);
      return (tag === undefined ? asked : asked.set('if-match', tag)).send(renamed(name));
    };
    expect((await put('Une', headers['etag'])).status).toBe(200);
    expect(codeOf(await put('Deux', headers['etag']))).toEqual([412, 'precondition_failed']);
    expect((await read(body.id)).versions[0]!.definition.name).toBe('Une');
    const tag = (await story.as('chef', 'get', `/v1/scorecards/${body.id}`)).headers['etag']!;
    const raced = await Promise.all(Array.from({ length: 10 }, (_, i) => put(`Course ${i}`, tag)));
    expect(raced.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('has its draft thrown away, once, and held to what was seen; nothing published goes', async () => {
    const discard = (id: string, version: number, tag = '*', who: 'chef' | 'alix' = 'chef') => story.as(who, 'delete', `/v1/scorecards/${id}/versions/${version}`).set('if-match', tag);
    const { body, headers } = await create();
    expect(codeOf(await discard(body.id, 1, '*', 'alix'))).toEqual([403, 'forbidden']);
    await story.as('chef', 'put', `/v1/scorecards/${body.id}/draft`).send(renamed('Autre'));
    expect(codeOf(await discard(body.id, 1, headers['etag']))).toEqual([412, 'precondition_failed']);
    await publish(body.id, 1);
    expect(codeOf(await discard(body.id, 1))).toEqual([409, 'version_published']);
    await story.as('chef', 'put', `/v1/scorecards/${body.id}/draft`).send(renamed('Suite'));
    expect((await discard(body.id, 2)).status).toBe(200);
    expect((await read(body.id)).versions.map(({ version, state }) => [version, state])).toEqual([[1, 'published']]);
    expect(codeOf(await discard(body.id, 2))).toEqual([404, 'not_found']);
    // One that was never published goes as a whole, by one of many at once.
    const { body: alone } = await create();
    const all = await Promise.all(Array.from({ length: 6 }, () => discard(alone.id, 1)));
    expect(all.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 404, 404, 404, 404, 404]);
    expect((await story.as('chef', 'get', `/v1/scorecards/${alone.id}`)).status).toBe(404);
    expect((await story.journal('scorecard.discarded')).map(({ payload }) => [payload['scorecardId'], payload['version']])).toEqual([[body.id, 2], [alone.id, 1]]);
  });

  it('counts from its date on and until it is retired, by its latest version, never before', async () => {
    const id = await story.publish();
    const next = renamed('Version 2');
    await story.as('chef', 'put', `/v1/scorecards/${id}/draft`).send(next);
    await publish(id, 2, dayFromNow(5));
    const of = async (externalId: string, startedAt: string): Promise<number[]> => {
      const { interactionId } = await story.say(externalId, 'a-alix', { startedAt });
      return (await story.beside(interactionId)).automatic.filter(({ scorecard: { id: one } }) => one === id).map(({ now: { version } }) => version);
    };
    expect([await of('v-hier', at(-1)), await of('v-jour', now()), await of('v-5', at(5))]).toEqual([[], [1], [2]]);
    expect(codeOf(await retire(id, 2, dayFromNow(-1)))).toEqual([422, 'date_past']);
    expect((await retire(id, 2, dayFromNow(6))).body.versions[0]).toMatchObject({ state: 'retired', retiredFrom: dayFromNow(6) });
    expect([await of('v-5b', at(5)), await of('v-6', at(6))]).toEqual([[2], []]);
    expect(codeOf(await story.begin((await story.say('v-hier2', 'a-alix', { startedAt: at(-1) })).interactionId, id))).toEqual([422, 'unprocessable']);
    const draft = await create();
    expect(codeOf(await retire(draft.body.id, 1, today()))).toEqual([409, 'version_unpublished']);
  });
});
