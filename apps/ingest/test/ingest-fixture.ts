import { contentHash, INTERACTION_STREAM, interactionIdOf, SAMPLE_SETTINGS, type AnalysedInteraction, type InteractionStream } from '#domain';
import { decodeInteraction, MessagingModule } from '#messaging';
import { AccessModule, createHttpApp } from '#runtime';
import { InteractionReader, OrganisationRepository, PgAnalysisStore, StorageModule } from '#storage';
import { Module } from '@nestjs/common';
import { inject } from 'vitest';
import { batchOf, RULEBOOK } from '../../../test/contracts/analysis-store.fixture.js';
import { createTestDatabase } from '../../../test/support/postgres.js';
import type { IngestSettings } from '../src/ingest-settings.js';
import { IngestModule } from '../src/ingest.module.js';

const ORGANISATION = 'maison-test';

@Module({})
class TestProcess {}

/** Ingest over HTTP, on the in-process stream, with somebody at its other end who keeps what arrives in PostgreSQL. */
export async function startTestIngest(settings: Partial<IngestSettings> = {}) {
  const database = await createTestDatabase(inject('postgresUrl'));
  const app = await createHttpApp(
    {
      module: TestProcess,
      imports: [StorageModule.register({ databaseUrl: database.url }), MessagingModule.register(), AccessModule.open(ORGANISATION), IngestModule.register({ ...settings, organisationId: ORGANISATION })],
    },
    { port: 0 },
  );
  await app.get(OrganisationRepository).ensureOrganisation({ id: ORGANISATION, name: 'Maison', timeZone: 'Europe/Paris', settings: SAMPLE_SETTINGS, reason: 'test' });
  const arrived: AnalysedInteraction[] = [];
  const broken = { now: false };
  const store = app.get(PgAnalysisStore);
  await app.get<InteractionStream>(INTERACTION_STREAM).subscribe('interactions', 'essai', async ({ records }) => {
    if (broken.now) throw new Error('the database is gone');
    const items = records.map((record) => analysedFrom(decodeInteraction(record)));
    await store.record(batchOf(items));
    arrived.push(...items);
  });
  return {
    app,
    url: await app.getUrl(),
    /** What came out of the stream, in order. */
    arrived,
    /** Set `now`: the other end fails from then on. */
    broken,
    kept: (source: string, externalId: string) => app.get(InteractionReader).findContentHash(ORGANISATION, source, externalId),
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

export type TestIngest = Awaited<ReturnType<typeof startTestIngest>>;

function analysedFrom(decoded: ReturnType<typeof decodeInteraction>): AnalysedInteraction {
  if (decoded.kind !== 'done') throw new Error(`not an interaction: ${JSON.stringify(decoded)}`);
  const { organisationId, interaction } = decoded.value;
  return {
    organisationId,
    interactionId: interactionIdOf(organisationId, interaction.source, interaction.externalId),
    interaction,
    contentHash: contentHash(interaction),
    analysis: { rulebook: RULEBOOK, findings: [], notChecked: [], language: 'fr', zones: [] },
  };
}

/** A chat of one agent turn. */
export const chat = (externalId: string, change: object = {}) => ({
  source: 'essai',
  externalId,
  revision: 1,
  channel: 'chat',
  startedAt: '2026-09-07T10:00:00+02:00',
  participants: [{ id: 'a', role: 'agent', ref: 'a-1' }],
  turns: [{ id: '0', participantId: 'a', text: 'Bonjour' }],
  ...change,
});
