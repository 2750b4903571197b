import { type DynamicModule, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule, type ApiSettings, describeApi } from '#api';
import type { AnalysedInteraction, OrganisationSettings, RulebookDescription } from '#domain';
import { type AccessMode, AccessModule, createHttpApp, setLogLevel } from '#runtime';
import { OrganisationRepository, PgAnalysisStore, Projector, RulebookRepository, StorageModule } from '#storage';
import request from 'supertest';
import { inject } from 'vitest';
import { batchOf, ORGANISATION, RULEBOOK } from '../../../test/contracts/analysis-store.fixture.js';
import { openOwner } from '../../../test/support/owner.js';
import { createTestDatabase } from '../../../test/support/postgres.js';

@Module({})
class TestModule {}

export const DESCRIPTION: RulebookDescription = {
  ...RULEBOOK,
  language: 'fr',
  promise: 'On entend la même musique',
  commitments: { issue: 'Un client entend toujours ce que nous pouvons faire pour lui' },
  rules: (['refus', 'jargon', 'accueil'] as const).map((id) => ({
    id,
    kind: 'wording',
    polarity: id === 'accueil' ? 'merit' : 'violation',
    severity: 'major',
    serves: 'issue',
    why: 'Ferme l’échange.',
    speaker: 'agent',
    channels: ['email', 'chat', 'phone'],
  })),
};

/** The API over a database of its own, with an organisation and its rulebook. */
export async function startTestApi(settings: OrganisationSettings, mode: AccessMode = 'open', more: Partial<ApiSettings> = {}) {
  setLogLevel('silent');
  const database = await createTestDatabase(inject('postgresUrl'));
  const root: DynamicModule = {
    module: TestModule,
    imports: [StorageModule.register({ databaseUrl: database.url }), AccessModule.register({ mode, organisationId: ORGANISATION }), ApiModule.register({ organisationId: ORGANISATION, ...more })],
  };
  const app: NestFastifyApplication = await createHttpApp(root, { port: 0, prepare: describeApi });
  const owner = await openOwner(database.url);
  const organisation = { id: ORGANISATION, name: 'Maison Test', timeZone: 'Europe/Paris', settings, reason: 'essai' };
  await app.get(OrganisationRepository).ensureOrganisation(organisation);
  await app.get(RulebookRepository).publishRulebook(ORGANISATION, DESCRIPTION);
  return {
    app,
    databaseUrl: database.url,
    /** Sees everything that is kept. */
    owner,
    get: (address: string) => request(app.getHttpServer()).get(address),
    put: (address: string) => request(app.getHttpServer()).put(address),
    patch: (address: string) => request(app.getHttpServer()).patch(address),
    post: (address: string) => request(app.getHttpServer()).post(address),
    delete: (address: string) => request(app.getHttpServer()).delete(address),
    /** Takes interactions in, and waits until every figure counts them. */
    take: async (items: readonly AnalysedInteraction[]) => {
      await app.get(PgAnalysisStore).record(batchOf(items));
      await app.get(Projector).settle();
    },
    stop: async () => {
      await app.close();
      await owner.destroy();
      await database.drop();
    },
  };
}
export type TestApi = Awaited<ReturnType<typeof startTestApi>>;
