import { SAMPLE_SETTINGS, type AnalysedInteraction, type OrganisationSettings, type RuleDescription, type RulebookDescription } from '#domain';
import {
  DirectoryReader,
  DirectoryRepository,
  FindingReader,
  InteractionReader,
  openDatabase,
  OrganisationRepository,
  PgAnalysisStore,
  Projector,
  ReportReader,
  ReviewRepository,
  RulebookRepository,
} from '#storage';
import { inject } from 'vitest';
import { batchOf, ORGANISATION, RULEBOOK } from '../../../test/contracts/analysis-store.fixture.js';
import { openOwner } from '../../../test/support/owner.js';
import { createTestDatabase } from '../../../test/support/postgres.js';

/** A migrated database of its own with one organisation and everything that reads and writes it. */
export async function openTestStorage(settings: OrganisationSettings = SAMPLE_SETTINGS) {
  const database = await createTestDatabase(inject('postgresUrl'));
  const dataSource = await openDatabase(database.url);
  const owner = await openOwner(database.url);
  const organisations = new OrganisationRepository(dataSource);
  const rulebooks = new RulebookRepository(dataSource);
  const findings = new FindingReader(dataSource, rulebooks);
  const store = new PgAnalysisStore(dataSource);
  await organisations.ensureOrganisation({ id: ORGANISATION, name: 'Maison', timeZone: 'Europe/Paris', settings, reason: 'test' });
  return {
    url: database.url,
    dataSource,
    /** Sees everything: what a test looks at, or puts there, beside the parts that it tests. */
    owner,
    organisations,
    rulebooks,
    findings,
    interactions: new InteractionReader(dataSource, findings),
    reports: new ReportReader(dataSource, organisations, rulebooks),
    reviews: new ReviewRepository(dataSource),
    projector: new Projector(dataSource),
    store,
    directory: new DirectoryReader(dataSource),
    directoryEdits: new DirectoryRepository(dataSource),
    keep: (items: readonly AnalysedInteraction[]) => store.record(batchOf(items)),
    close: async () => {
      await Promise.all([dataSource.destroy(), owner.destroy()]);
      await database.drop();
    },
  };
}

export type TestStorage = Awaited<ReturnType<typeof openTestStorage>>;

export const rule = (id: string, more: Partial<RuleDescription> = {}): RuleDescription => ({
  id,
  kind: 'wording',
  polarity: 'violation',
  severity: 'major',
  serves: 'issue',
  why: `Pourquoi ${id}`,
  speaker: 'agent',
  channels: ['email', 'chat', 'phone'],
  ...more,
});

export const rulebook = (rules: readonly RuleDescription[], identity = RULEBOOK): RulebookDescription => ({
  ...identity,
  language: 'fr',
  promise: 'Une promesse',
  commitments: { issue: 'Un client entend ce que nous pouvons faire pour lui' },
  rules,
});
