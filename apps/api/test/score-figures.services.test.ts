import { SAMPLE_SETTINGS, type ScoreReportRow, STRICT_SETTINGS } from '#domain';
import { AccountRepository, DirectoryRepository, OrganisationRepository, SignInRepository } from '#storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysed, ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { ANSWERS, now, type ScorecardStory, startScorecardStory, today } from './scorecard-story.js';

let story: ScorecardStory;
let card: string;
beforeAll(async () => {
  story = await startScorecardStory();
  card = await story.publish();
});
afterAll(() => story.stop());

const review = (finding: string, body: object = { verdict: 'confirmed' }) => story.as('chef', 'put', `/v1/findings/${finding}/review`).send(body);
const alix = async (who: 'chef' | 'both' = 'chef') => (await story.report(card, 'agent', who)).rows.find(({ agent }) => agent!.ref === 'a-alix');

describe('an evaluation by findings', () => {
  it('waits for reviews, and follows reviews, disputes and revisions; what it was is kept', async () => {
    const violation = await story.say('f1', 'a-alix', { startedAt: now() });
    const state = async () => {
      const { automatic } = await story.beside(violation.interactionId);
      expect(automatic).toHaveLength(1);
      const { now: at, before } = automatic[0]!;
      return [at.state, at.score?.percent ?? null, before.length];
    };
    const { automatic } = await story.beside(violation.interactionId);
    expect(automatic[0]).toMatchObject({ agent: { ref: 'a-alix' }, scorecard: { id: card }, now: { state: 'open', version: 1, basis: 'confirmed' } });
    const merit = (await story.as('chef', 'get', `/v1/findings?interaction=${violation.interactionId}&polarity=merit`)).body.items[0].id;
    await review(violation.id);
    expect(await state()).toEqual(['scored', 0, 1]);
    await review(merit);
    // The critical one fails all: it stays 0, but what it rests on has changed.
    expect(await state()).toEqual(['scored', 0, 2]);
    expect(await alix()).toMatchObject({ automatic: { n: 1, mean: 0, criticalFailures: { numerator: 1, denominator: 1 }, open: 0 }, human: { n: 0, mean: null } });

    expect((await story.dispute(violation.id)).status).toBe(201);
    expect(await state()).toEqual(['open', null, 3]);
    expect(await alix()).toMatchObject({ automatic: { n: 0, mean: null, open: 1 } });
    expect((await story.resolve(violation.id)).status).toBe(200);
    expect(await state()).toEqual(['scored', 100, 4]);
    expect(await alix()).toMatchObject({ automatic: { n: 1, mean: 1, criticalFailures: { numerator: 0, denominator: 1 }, open: 0 } });

    // A revision in which nobody says any of it.
    await story.take([analysed({ externalId: 'f1', agent: 'a-alix', startedAt: now(), revision: 2, text: 'Tout autre chose.' })]);
    expect(await state()).toEqual(['scored', 50, 5]);
    await story.settle();
    expect(await state()).toEqual(['scored', 50, 5]);
  });

  it('is seen by its agent, and by those who see the agent', async () => {
    const { interactionId } = await story.say('f2', 'a-bao', { startedAt: now() });
    expect((await story.beside(interactionId, 'bao')).automatic.map(({ agent }) => agent.ref)).toEqual(['a-bao']);
    expect((await story.as('alix', 'get', `/v1/interactions/${interactionId}/evaluations`)).status).toBe(404);
  });

  it('counts what the settings count, all over again when they change', async () => {
    const { interactionId } = await story.say('f3', 'a-bao', { startedAt: now() });
    expect((await story.beside(interactionId)).automatic[0]!.now).toMatchObject({ state: 'open', basis: 'confirmed' });
    const organisations = story.app.get(OrganisationRepository);
    await organisations.changeSettings(ORGANISATION, { ...SAMPLE_SETTINGS }, 'essai');
    expect((await story.beside(interactionId)).automatic[0]!.now).toMatchObject({ state: 'scored', score: { percent: 0 }, basis: 'detected' });
    await organisations.changeSettings(ORGANISATION, { ...STRICT_SETTINGS, groupMinAgents: 1, groupMinInteractions: 1 }, 'retour');
    expect((await story.beside(interactionId)).automatic[0]!.now).toMatchObject({ state: 'open', basis: 'confirmed' });
  });

  it('is one for a person with two refs', async () => {
    const { interactionId } = await story.say('f4', 'a-alix', { startedAt: now(), found: ['+accueil'] });
    await story.as('admin', 'post', '/v1/agents/a-alix/merge').send({ identities: ['a-alix-bis'] });
    expect((await story.beside(interactionId)).automatic).toHaveLength(1);
    expect((await alix('both'))!.agent!.ref).toBe('a-alix');
  });
});

describe('the report of a scorecard', () => {
  it('never mixes what findings and what people say', async () => {
    const { interactionId } = await story.say('r1', 'a-alix', { startedAt: now() });
    const before = (await alix())!;
    const { body } = await story.begin(interactionId, card);
    await story.answer(body.id);
    expect(await alix()).toMatchObject({ human: { n: 0 } });
    await story.submit(body.id);
    const after = (await alix())!;
    expect(after.automatic).toEqual(before.automatic);
    expect(after.human).toMatchObject({ n: 1, mean: 0.8, interval: null, distribution: [0, 0, 0, 0, 1], criticalFailures: { numerator: 0, denominator: 1 } });
    const csv = await story.as('chef', 'get', `/v1/reports/scorecards?scorecard=${card}&by=agent&format=csv`);
    expect(csv.text.split('\r\n')[0]).toContain('automaticMean');
    expect(csv.text).toContain('humanMean');
    expect((await story.as('alix', 'get', `/v1/reports/scorecards?scorecard=${card}&by=agent`)).status).toBe(403);
    expect((await story.as('chef', 'get', `/v1/reports/scorecards?scorecard=${card}&by=agent&agent=a-alix`)).body.code).toBe('invalid_query');
  });

  it('orders persons by ref, whatever their scores', async () => {
    const refs = (await story.report(card, 'agent')).rows.map(({ agent }) => agent!.ref);
    expect(refs).toEqual([...refs].sort());
    expect(JSON.stringify((await story.report(card, 'agent')).rows)).not.toContain('rank');
  });
});

describe('groups in the report', () => {
  let strict: ScorecardStory;
  let id: string;
  beforeAll(async () => {
    strict = await startScorecardStory({ groupMinAgents: 3, groupMinInteractions: 6 });
    id = await strict.publish();
    const items = ['a', 'b', 'c', 'd'].flatMap((who) => [0, 1, 2].map((i) => analysed({ externalId: `g-${who}-${i}`, agent: `a-${who}`, team: 'e-1', channel: 'chat', startedAt: now() })));
    await strict.take([...items, analysed({ externalId: 'g-seul', agent: 'a-seul', team: 'e-2', channel: 'phone', startedAt: now() }), analysed({ externalId: 'g-ouvert', agent: 'a-a', team: 'e-1', channel: 'chat', startedAt: now(), found: ['refus'] })]);
  });
  afterAll(() => strict.stop());

  it('are hidden when small, and so is whatever a subtraction would show them by', async () => {
    const teams = (await strict.report(id, 'team')).rows;
    expect(teams.map(({ team, automatic, suppressed }) => [team?.ref, automatic, suppressed])).toEqual([['e-1', null, ['automatic']], ['e-2', null, ['automatic']]]);
    expect((await strict.report(id, 'channel')).rows.map(({ automatic }) => automatic)).toEqual([null, null]);
    // All together are shown; all but the small team, or but one channel, are not, nor days apart.
    expect((await strict.report(id)).rows[0]!.automatic).toMatchObject({ n: 13, mean: 0.5, open: 1, counted: { from: today(), to: today() } });
    for (const filter of ['&team=e-1', '&channel=chat', '&team=e-2', '&channel=phone', '&to=2020-01-01']) {
      for (const by of ['all', 'team', 'channel']) {
        const { rows } = await strict.report(id, by, 'chef', filter);
        expect([filter, by, rows.map(({ automatic, human }) => [automatic, human])]).toEqual([filter, by, rows.map(() => [null, null])]);
      }
    }
  });

  it('are told to somebody who sees a part as if everybody were there to subtract it from', async () => {
    await strict.app.get(DirectoryRepository).put({ teams: ['e-1', 'e-2', 'e-3'].map((ref) => ({ ref })) }, { organisationId: ORGANISATION, by: 'test' });
    const looker = async (login: string, teams: readonly string[]) => {
      const made = await strict.app.get(AccountRepository).create({ organisationId: ORGANISATION, by: 'test' }, { login, name: login, roles: ['supervisor'], teams, agentRef: null });
      if (made.kind !== 'done') throw new Error(made.kind);
      const { session } = (await strict.app.get(SignInRepository).signIn(ORGANISATION, made.account.id, 'password'))!;
      return async (by: string) => (await strict.get(`/v1/reports/scorecards?scorecard=${id}&by=${by}`).set('cookie', `diapason=${session}`)).body.rows.map((row: ScoreReportRow) => [row.team?.ref ?? row.channel, row.automatic?.n ?? null]);
    };
    const first = await looker('vue-1', ['e-1']);
    // All together are told to whoever sees all: 13 less the 12 of e-1 would be those of the one person of e-2.
    expect((await strict.report(id)).rows[0]!.automatic).toMatchObject({ n: 13 });
    for (const by of ['all', 'team', 'channel']) for (const [, n] of await first(by)) expect([by, n]).toEqual([by, null]);
    // Another team as large makes the rest no person: e-1 is told, and the same to everybody who sees it.
    await strict.take(['p', 'q', 'r'].flatMap((who) => [0, 1, 2].map((i) => analysed({ externalId: `h-${who}-${i}`, agent: `a-${who}`, team: 'e-3', channel: 'chat', startedAt: now() }))));
    await strict.settle();
    const everybody = (await strict.report(id, 'team')).rows.map(({ team, automatic }) => [team?.ref, automatic?.n ?? null]);
    expect(everybody).toEqual([['e-1', 12], ['e-2', null], ['e-3', null]]);
    expect(await first('team')).toEqual([['e-1', 12]]);
    expect(await (await looker('vue-3', ['e-3']))('team')).toEqual([['e-3', null]]);
    await strict.owner.query(`DELETE FROM automatic_evaluation WHERE agent_ref IN ('a-p', 'a-q', 'a-r')`);
  });

  it('count people on their own: a few evaluations by hand are not shown under many by findings', async () => {
    const [one] = (await strict.as('chef', 'get', '/v1/interactions?agent=a-a')).body.items;
    const begun = await strict.begin(one.id, id, 'chef', { agent: 'a-a' });
    await strict.answer(begun.body.id, ANSWERS);
    await strict.submit(begun.body.id);
    expect((await strict.report(id)).rows[0]).toMatchObject({ automatic: { n: 13 }, human: null, suppressed: ['human'] });
  });
});
