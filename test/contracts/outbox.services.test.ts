import { STRICT_SETTINGS } from '#domain';
import { openDatabase, OrganisationRepository, PgAnalysisStore, PgOutbox } from '#storage';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, inject } from 'vitest';
import { createTestDatabase } from '../support/postgres.js';
import { analysed, batchOf, ORGANISATION } from './analysis-store.fixture.js';
import { outboxContract, type OutboxHarness } from './outbox.contract.js';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let sources: [DataSource, DataSource];
let harness: OutboxHarness;

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  sources = [await openDatabase(database.url), await openDatabase(database.url)];
  const [one, two] = sources;
  await new OrganisationRepository(one).ensureOrganisation({
    id: ORGANISATION,
    name: 'Maison Test',
    timeZone: 'Europe/Paris',
    settings: STRICT_SETTINGS,
    reason: 'test',
  });
  const store = new PgAnalysisStore(one);
  let next = 0;
  harness = {
    outboxes: [new PgOutbox(one), new PgOutbox(two)],
    write: async (messages) => {
      const batch = batchOf([analysed({ externalId: `outbox-${next++}` })]);
      await store.record({ ...batch, announce: () => messages });
    },
  };
});

afterAll(async () => {
  await Promise.all(sources.map((source) => source.destroy()));
  await database.drop();
});

outboxContract(() => harness);
