import { STRICT_SETTINGS, type OutboxMessage } from '#domain';
import { openDatabase, OrganisationRepository, PgAnalysisStore, PgOutbox } from '#storage';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, inject } from 'vitest';
import { openOwner } from '../support/owner.js';
import { createTestDatabase } from '../support/postgres.js';
import { analysisStoreContract, type AnalysisStoreHarness } from './analysis-store.contract.js';
import { ORGANISATION } from './analysis-store.fixture.js';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let sources: [DataSource, DataSource];
let owner: DataSource;
let harness: AnalysisStoreHarness;

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  // Together on purpose: the migrations must not collide.
  sources = await Promise.all([openDatabase(database.url), openDatabase(database.url)]);
  owner = await openOwner(database.url);
  const organisations = new OrganisationRepository(sources[0]);
  await organisations.ensureOrganisation({
    id: ORGANISATION,
    name: 'Maison Test',
    timeZone: 'Europe/Paris',
    settings: STRICT_SETTINGS,
    reason: 'test',
  });
  harness = harnessOn(sources);
});

afterAll(async () => {
  await Promise.all([...sources, owner].map((source) => source.destroy()));
  await database.drop();
});

analysisStoreContract(() => harness);

function harnessOn([one, two]: [DataSource, DataSource]): AnalysisStoreHarness {
  return {
    stores: [new PgAnalysisStore(one), new PgAnalysisStore(two)],
    kept: async (interactionId) => {
      const [row] = await owner.query(
        `SELECT revision::int AS revision, (SELECT coalesce(array_agg(rule_id ORDER BY rule_id), '{}') FROM finding f
           WHERE f.organisation_id = i.organisation_id AND f.interaction_id = i.interaction_id) AS rules
         FROM interaction i WHERE interaction_id = $1`,
        [interactionId],
      );
      return row ?? null;
    },
    journal: async (interactionId) => {
      const rows: { entry: string }[] = await owner.query(
        `SELECT type || ' ' || (payload->>'revision') AS entry FROM journal WHERE payload->>'interactionId' = $1 ORDER BY position`,
        [interactionId],
      );
      return rows.map(({ entry }) => entry);
    },
    deadLetters: async () => {
      const rows: { offset: string; key: Buffer; value: Buffer; headers: Buffer; reason: string }[] = await owner.query(
        'SELECT "offset", key, value, headers, reason FROM dead_letter ORDER BY position',
      );
      return rows.map(({ offset, headers, ...row }) => {
        const encoded: Record<string, string> = JSON.parse(headers.toString());
        const entries = Object.entries(encoded).map(([name, value]) => [name, Buffer.from(value, 'base64')]);
        return { ...row, offset: BigInt(offset), headers: Object.fromEntries(entries) };
      });
    },
    messages: async () => {
      const taken: OutboxMessage[] = [];
      const outbox = new PgOutbox(one);
      const take = async (messages: readonly OutboxMessage[]): Promise<void> => void taken.push(...messages);
      while ((await outbox.drain(100, take)) > 0);
      return taken;
    },
  };
}
