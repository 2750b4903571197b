import { AnalyzerModule } from '#analyzer';
import { ApiModule, describeApi } from '#api';
import { INTERACTION_STREAM, type InteractionStream } from '#domain';
import { IngestModule } from '#ingest';
import { MessagingModule } from '#messaging';
import { AccessModule, createHttpApp, HealthModule, setLogLevel } from '#runtime';
import { AutomaticEvaluations, ERASED_IN_TABLES, GatheredConversationRepository, Projector, StorageModule, ScorecardRepository } from '#storage';
import { type DynamicModule, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { runDiapason } from '../../apps/diapason/test/run-diapason.js';
import { TEST_RULEBOOK } from '../history/history.fixture.js';
import { openOwner } from '../support/owner.js';
import { createTestDatabase } from '../support/postgres.js';
import { dumpEverything, residues } from './residue.js';

@Module({})
class ErasureModule {}

const organisationId = 'maison-test';
const EMAIL = 'zoe.quartz@exemple.test';
const CHAT = 'messagerie:zöe/quartz';
/** Nobody else says or is any of these. */
const WORDS = ['quartz', 'zoé', 'zöe', 'améthyste', 'opaline', 'dossier-zircon', 'fil-zircon'];

const spoken = (externalId: string, customer: string, agentWords: string, customerWords: string, more: object = {}) => ({
  source: 'essai',
  externalId,
  channel: 'email',
  startedAt: '2026-03-02T10:00:00+01:00',
  participants: [
    { id: 'c', role: 'customer', ref: customer, name: customer === 'c-2' ? 'Autre Cliente' : 'Zoé Quartz' },
    { id: 'a', role: 'agent', ref: 'a-1', name: 'Léa' },
  ],
  turns: [
    { id: '1', participantId: 'c', text: customerWords },
    { id: '2', participantId: 'a', text: agentWords },
  ],
  ...more,
});
const HERS = [
  spoken('fil-zircon-1', EMAIL, 'Bonjour Madame Quartz, nous vous rembourserons 60 € sous trois jours.', 'Ma lampe améthyste est cassée.', { caseRef: 'dossier-zircon', subject: 'Lampe opaline' }),
  spoken('fil-zircon-2', CHAT, 'Nous vous rembourserons 45 €.', 'On m’avait dit autre chose pour l’améthyste.', { caseRef: 'dossier-zircon', channel: 'chat', startedAt: '2026-03-03T10:00:00+01:00' }),
];
/** Of somebody else, who was told two things; she takes part in the first. */
const OTHERS = [
  spoken('m-1', 'c-2', 'Nous vous rembourserons 80 €.', 'Et ma table ?', { caseRef: 'd-2' }),
  spoken('m-2', 'c-2', 'Nous vous rembourserons 70 €.', 'Je repose ma question.', { caseRef: 'd-2', startedAt: '2026-03-04T10:00:00+01:00' }),
];
const SHARED = spoken('fil-zircon-3', 'c-2', 'Nous vous rembourserons 90 €, Madame Quartz l’a vu.', 'Zoé est avec moi.', {
  caseRef: 'd-2',
  startedAt: '2026-03-01T10:00:00+01:00',
  participants: [
    { id: 'c', role: 'customer', ref: 'c-2', name: 'Autre Cliente' },
    { id: 'z', role: 'customer', ref: EMAIL, name: 'Zoé Quartz' },
    { id: 'a', role: 'agent', ref: 'a-1', name: 'Léa' },
  ],
});
const FACT = { source: 'erp', externalId: 'zircon-f1', customerRef: EMAIL, act: 'refund', at: '2026-03-04T14:00:00+01:00', object: 'lampe améthyste', amount: { value: 60, currency: 'EUR' } };
const BROKEN = Buffer.from(`{"source":"essai","externalId":"x1","participants":[{"role":"customer","ref":${JSON.stringify(EMAIL)}}],"turns":[{"text":"opaline`);

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let app: NestFastifyApplication;
let source: DataSource;
const post = (address: string, body: object, headers: Record<string, string> = {}) => request(app.getHttpServer()).post(address).set(headers).send(body);
const get = (address: string) => request(app.getHttpServer()).get(address);
const send = (value: Buffer | object) => app.get<InteractionStream>(INTERACTION_STREAM).publish('interactions', [{ key: null, value: Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value)), headers: { 'content-type': 'application/json' } }]);

/** What the others are shown, figures included. */
async function othersSee(): Promise<unknown> {
  await expect.poll(async () => (await source.query('SELECT count(*)::int AS n FROM history_due'))[0].n).toBe(0);
  await expect.poll(async () => (await source.query('SELECT count(*)::int AS n FROM outbox'))[0].n).toBe(0);
  await app.get(Projector).settle();
  const bodies = ['/v1/customers/c-2/timeline', '/v1/pledges?customer=c-2', '/v1/contradictions', '/v1/findings', '/v1/reports/agents', '/v1/reports/channels', '/v1/reports/rules'].map(async (address) => (await get(address)).body);
  // Reading is journalled too: how far figures are behind it says nothing of anybody.
  return JSON.parse(JSON.stringify(await Promise.all(bodies), (key, value: unknown) => (key === 'lag' ? undefined : value)));
}

beforeAll(async () => {
  setLogLevel('silent');
  database = await createTestDatabase(inject('postgresUrl'));
  const root: DynamicModule = {
    module: ErasureModule,
    imports: [
      StorageModule.register({ databaseUrl: database.url }),
      MessagingModule.register({}),
      HealthModule,
      AccessModule.open(organisationId),
      AnalyzerModule.register({ rulebookDir: TEST_RULEBOOK, organisationId, breaker: false, newOrganisation: { name: 'Maison', timeZone: 'Europe/Paris' }, now: () => new Date('2026-03-20T09:00:00Z') }),
      IngestModule.register({ organisationId }),
      ApiModule.register({ organisationId }),
    ],
  };
  app = await createHttpApp(root, { port: 0, prepare: describeApi });
  source = await openOwner(database.url);
  await post('/v1/interactions', OTHERS);
});
afterAll(async () => {
  await app.close();
  await source.destroy();
  await database.drop();
});

/** Somebody fills a scorecard in, and quotes her. */
async function evaluate(interaction: string): Promise<void> {
  const question = { id: 'ecoute', question: 'Écoutée ?', help: null, weight: 1, critical: null, condition: null, source: { kind: 'yes-no', notApplicable: false } } as const;
  const [card] = [(await post('/v1/scorecards', { name: 'Écoute', purpose: null, sections: [{ id: 's', title: 'Tout', criteria: [question] }] })).body];
  await app.get(ScorecardRepository).publish({ organisationId, scorecardId: card.id, by: 'test', revision: undefined }, 1, '2026-01-01', { since: true });
  const { body } = await post(`/v1/interactions/${interaction}/evaluations`, { scorecard: card.id, agent: 'a-1' });
  const answers = [{ criterion: 'ecoute', answer: 'yes', comment: 'Zoé Quartz a été écoutée', evidence: [{ turn: 0, start: 0, end: 5 }] }];
  expect((await request(app.getHttpServer()).put(`/v1/evaluations/${body.id}/answers`).send({ answers })).status).toBe(200);
  expect((await post(`/v1/evaluations/${body.id}/submission`, {})).status).toBe(200);
}

describe('erasing a customer', () => {
  let before: unknown;
  let id: string;

  it('begins with somebody of whom much is kept, everywhere', async () => {
    before = await othersSee();
    await post('/v1/interactions', [...HERS, SHARED]);
    await request(app.getHttpServer()).put('/v1/directory').send({ customers: [{ ref: EMAIL, name: 'Zoé Quartz', identities: [CHAT] }] });
    await othersSee();
    await post('/v1/facts', FACT);
    const [finding] = (await get('/v1/findings')).body.items.filter(({ evidence }: { evidence: { quote: string }[] }) => evidence[0]!.quote.includes('45'));
    expect((await request(app.getHttpServer()).put(`/v1/findings/${finding.id}/review`).send({ verdict: 'confirmed', note: 'Zoé Quartz le dit bien' })).status).toBe(200);
    await evaluate(finding.interactionId);
    await send(BROKEN);
    await send({ ...HERS[0], channel: 'telex' });
    await send({ ...OTHERS[0], channel: 'telex' });
    await app.get(GatheredConversationRepository).change({ organisationId, source: 'chatwoot', externalId: 'c-7' }, () => ({ state: JSON.stringify({ messages: { 1: { author: { ref: CHAT }, text: 'opaline' } } }), revision: 0 }));
    const found = residues(await dumpEverything(source), WORDS).map((one) => one.split(':')[0]);
    expect([...new Set(found)]).toEqual(expect.arrayContaining(['customer', 'customer_history', 'dead_letter', 'evaluation', 'finding', 'gathered_conversation', 'identity', 'interaction', 'journal', 'reported_fact', 'review', 'statement', 'turn']));
    expect(await othersSee()).not.toEqual(before);
  });

  it('says first what would go, and changes nothing', async () => {
    await othersSee();
    await app.get(Projector).settle();
    await app.get(AutomaticEvaluations).settle(organisationId);
    const rows = await dumpEverything(source);
    const answer = await post('/v1/erasures', { customer: CHAT, reason: 'Demande n° 7', dryRun: true });
    expect([answer.status, answer.body.counts]).toMatchObject([200, { refs: 2, interactions: 3, shared: 1, turns: 6, statements: 6, pledges: 3, facts: 1, deadLetters: 2, conversations: 1 }]);
    const { stdout, code } = await runDiapason(['erase', '--customer', EMAIL, '--to', await app.getUrl()]);
    expect([code, stdout]).toEqual([0, expect.stringContaining('3 échanges')]);
    expect(stdout).toContain('Rien n’a été changé');
    expect(await dumpEverything(source)).toEqual(rows);
  });

  it('refuses a reason that names the person, and whom nobody knows', async () => {
    expect((await post('/v1/erasures', { customer: EMAIL, reason: 'Madame Zoé Quartz le veut' })).body).toMatchObject({ status: 422, errors: [{ pointer: '#/reason' }] });
    expect((await post('/v1/erasures', { customer: EMAIL, reason: `à la demande de ${EMAIL}` })).status).toBe(422);
    expect((await post('/v1/erasures', { customer: 'personne', reason: 'x' })).status).toBe(404);
    expect((await runDiapason(['erase', '--customer', EMAIL, '--yes', '--to', await app.getUrl()])).stderr).toContain('--reason');
  });

  it('leaves nothing of her in any table', async () => {
    const answer = await post('/v1/erasures', { customer: CHAT, reason: 'Demande n° 7' }, { 'idempotency-key': `k-${EMAIL}` });
    expect([answer.status, answer.body.counts]).toMatchObject([201, { refs: 2, interactions: 3 }]);
    ({ id } = answer.body);
    expect(residues(await dumpEverything(source), WORDS)).toEqual([]);
  });

  it('and everybody else as if she had never come, figures included', async () => {
    expect(await othersSee()).toEqual(before);
    expect((await get('/v1/dead-letters')).body.items).toHaveLength(1);
    await app.get(Projector).rebuild();
    expect(await othersSee()).toEqual(before);
    expect((await get(`/v1/customers/${encodeURIComponent(EMAIL)}/timeline`)).status).toBe(404);
  });

  it('acts once', async () => {
    const again = await post('/v1/erasures', { customer: CHAT, reason: 'Demande n° 7' }, { 'idempotency-key': `k-${EMAIL}` });
    expect([again.status, again.body.id]).toEqual([200, id]);
    expect((await post('/v1/erasures', { customer: 'c-2', reason: 'Demande n° 7' }, { 'idempotency-key': `k-${EMAIL}` })).body).toMatchObject({ status: 422, code: 'idempotency_conflict' });
    expect((await get(`/v1/erasures/${id}`)).body).toMatchObject({ id, reason: 'Demande n° 7', by: expect.any(String), counts: { interactions: 3 } });
    expect((await get('/v1/erasures/0b9f7a52-3d6e-5c1f-8a44-6f1f2f0c9d11')).status).toBe(404);
  });

  it('and what comes again is refused, and leaves nothing either', async () => {
    expect((await post('/v1/interactions', [OTHERS[0]!, { ...HERS[0], revision: 2 }])).body).toMatchObject({ status: 410, code: 'erased', errors: [{ pointer: '#/1' }] });
    expect((await post('/v1/facts', FACT)).status).toBe(410);
    await send(HERS[1]!);
    await send({ ...HERS[0], revision: 9 });
    expect(await app.get(GatheredConversationRepository).change({ organisationId, source: 'essai', externalId: 'fil-zircon-1' }, () => ({ state: '"opaline"', revision: 1 }))).toBeNull();
    expect(residues(await dumpEverything(source), WORDS)).toEqual([]);
    const letters = (await get('/v1/dead-letters?reason=erased')).body.items;
    expect(letters.map(({ bytes }: { bytes: number }) => bytes)).toEqual([0, 0]);
    expect(await othersSee()).toEqual(before);
  });

  it('and she may come anew', async () => {
    expect((await post('/v1/interactions', spoken('fil-zircon-9', EMAIL, 'Bonjour.', 'Bonjour.'))).status).toBe(202);
    expect((await get(`/v1/customers/${encodeURIComponent(EMAIL)}/timeline`)).body.items).toHaveLength(1);
    const { code, stdout } = await runDiapason(['erase', '--customer', EMAIL, '--reason', 'Demande n° 8', '--yes', '--to', await app.getUrl()]);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^Effacé le .+ :\n {2}1 référence\n {2}1 échange\n[^]*\/v1\/erasures\//)]);
    expect(residues(await dumpEverything(source), WORDS)).toEqual([]);
  });
});

it('no table is forgotten: each one is said to be erased, rewritten or to hold nothing of customers', async () => {
  expect([...(await dumpEverything(source)).keys()].filter((table) => !(table in ERASED_IN_TABLES))).toEqual([]);
});
