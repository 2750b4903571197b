import { AnalyzerModule } from '#analyzer';
import { ApiModule, describeApi } from '#api';
import { IngestModule } from '#ingest';
import { MessagingModule } from '#messaging';
import { AccessModule, createHttpApp, HealthModule, setLogLevel } from '#runtime';
import { StorageModule } from '#storage';
import { type DynamicModule, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { TEST_RULEBOOK } from '../history/history.fixture.js';
import { createTestDatabase } from '../support/postgres.js';

@Module({})
class FactsModule {}

const organisationId = 'maison-test';
const MAIL = {
  source: 'essai',
  externalId: 'm1',
  channel: 'email',
  startedAt: '2026-03-02T10:00:00+01:00',
  caseRef: 'd-1',
  participants: [
    { id: 'c', role: 'customer', ref: 'c-1' },
    { id: 'a', role: 'agent', ref: 'a-1' },
  ],
  turns: [{ id: '1', participantId: 'a', text: 'Bonjour Madame, nous vous rembourserons 60 € sous trois jours. Cordialement.' }],
};
const FACT = { source: 'erp', externalId: 'f1', customerRef: 'c-1', caseRef: 'd-1', act: 'refund', at: '2026-03-04T14:00:00+01:00', amount: { value: 60, currency: 'EUR' } };

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let app: NestFastifyApplication;

beforeAll(async () => {
  setLogLevel('silent');
  database = await createTestDatabase(inject('postgresUrl'));
  const root: DynamicModule = {
    module: FactsModule,
    imports: [
      StorageModule.register({ databaseUrl: database.url }),
      MessagingModule.register({}),
      HealthModule,
      AnalyzerModule.register({
        rulebookDir: TEST_RULEBOOK,
        organisationId,
        newOrganisation: { name: 'Maison', timeZone: 'Europe/Paris' },
        now: () => new Date('2026-03-20T09:00:00Z'),
      }),
      AccessModule.open(organisationId),
      IngestModule.register({ organisationId }),
      ApiModule.register({ organisationId }),
    ],
  };
  app = await createHttpApp(root, { port: 0, prepare: describeApi });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const post = (address: string, body: object) => request(app.getHttpServer()).post(address).send(body);
const pledges = async (): Promise<unknown[]> => (await request(app.getHttpServer()).get('/v1/pledges')).body.items.map(({ status, settledBy }: { status: string; settledBy: { quote: string } | null }) => [status, settledBy?.quote ?? null]);
const rules = async (): Promise<string[]> => (await request(app.getHttpServer()).get('/v1/findings')).body.items.map(({ ruleId }: { ruleId: string }) => ruleId);

describe('POST /v1/facts', () => {
  it('settles a pledge that nothing else showed to be kept', async () => {
    expect((await post('/v1/interactions', MAIL)).status).toBe(202);
    expect([await pledges(), await rules()]).toEqual([[['unheard', null]], ['parole.non-tenue']]);
    const answer = await post('/v1/facts', FACT);
    expect([answer.status, answer.body.items]).toMatchObject([202, [{ source: 'erp', externalId: 'f1', revision: 1, status: 'accepted' }]]);
    expect([await pledges(), await rules()]).toEqual([[['kept', 'erp']], ['parole.tenue']]);
  });

  it('changes nothing when it comes again, and takes a correction as a higher revision', async () => {
    expect((await post('/v1/facts', FACT)).body.items[0].status).toBe('duplicate');
    expect((await post('/v1/facts', { ...FACT, at: '2026-03-09T14:00:00+01:00' })).body).toMatchObject({ status: 409, code: 'id_conflict' });
    expect((await post('/v1/facts', [{ ...FACT, revision: 2, at: '2026-03-09T14:00:00+01:00' }])).body.items[0].status).toBe('accepted');
    expect(await pledges()).toEqual([['kept-late', 'erp']]);
  });

  it('names each wrong field', async () => {
    const { body } = await post('/v1/facts', [{ ...FACT, act: 'autre', at: 'hier' }]);
    expect(body).toMatchObject({ status: 422, code: 'invalid_fact' });
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['#/0/act', '#/0/at']);
  });
});
