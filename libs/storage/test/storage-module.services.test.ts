import { ANALYSIS_STORE, OUTBOX, STRICT_SETTINGS, type AnalysisStore, type Outbox } from '#domain';
import { FindingReader, InteractionReader, OrganisationRepository, Projector, ReportReader, RulebookRepository, StorageModule } from '#storage';
import { Injectable, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { analysed, batchOf, ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { openOwner } from '../../../test/support/owner.js';
import { createTestDatabase } from '../../../test/support/postgres.js';
import { rule, rulebook } from './storage-fixture.js';

@Injectable()
class User {
  constructor(
    readonly organisations: OrganisationRepository,
    readonly rulebooks: RulebookRepository,
    readonly reports: ReportReader,
    readonly interactions: InteractionReader,
    readonly findings: FindingReader,
    readonly projector: Projector,
  ) {}
}

@Module({ providers: [User] })
class UsersModule {}

let database: Awaited<ReturnType<typeof createTestDatabase>>;

beforeEach(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
});
afterEach(() => database.drop());

const start = (): Promise<INestApplicationContext> =>
  NestFactory.createApplicationContext(
    { module: UsersModule, imports: [StorageModule.register({ databaseUrl: database.url })] },
    { logger: ['error'] },
  );

describe('StorageModule', () => {
  it('gives every part to any module, and closes the projector and the pool with the application', async () => {
    const app = await start();
    const user = app.get(User);
    const store = app.get<AnalysisStore>(ANALYSIS_STORE);
    const dataSource = app.get(DataSource);
    user.projector.run();
    expect(await user.organisations.ensureOrganisation({ id: ORGANISATION, name: 'Maison', timeZone: 'Europe/Paris', settings: STRICT_SETTINGS, reason: 'test' })).toBe(true);
    await store.record(batchOf([analysed({ externalId: 'module' })]));
    expect(await app.get<Outbox>(OUTBOX).drain(10, async () => undefined)).toBe(1);
    await user.projector.settle();
    expect((await user.reports.reportAgents(ORGANISATION, {})).rows).toHaveLength(1);
    await app.close();
    expect(dataSource.isInitialized).toBe(false);
    expect(user.projector.trouble()).toBeNull();
  });

  it('keeps what it is told about organisations and rulebooks, and journals it', async () => {
    const app = await start();
    const owner = await openOwner(database.url);
    const { organisations, rulebooks } = app.get(User);
    const house = { id: ORGANISATION, name: 'Maison', timeZone: 'Europe/Paris', settings: STRICT_SETTINGS };
    expect(await organisations.readOrganisation(ORGANISATION)).toBeNull();
    await organisations.ensureOrganisation({ ...house, reason: 'première installation' });
    expect(await organisations.ensureOrganisation({ ...house, name: 'Autre', reason: 'encore' })).toBe(false);
    expect(await organisations.readOrganisation(ORGANISATION)).toEqual(house);
    await expect(organisations.ensureOrganisation({ ...house, id: 'x', timeZone: 'Mars/Olympus', reason: '' })).rejects.toThrow(RangeError);
    await expect(organisations.ensureOrganisation({ ...house, id: 'Not A Slug', reason: '' })).rejects.toThrow(RangeError);

    const relaxed = { ...STRICT_SETTINGS, groupMinAgents: 3 };
    expect(await organisations.changeSettings(ORGANISATION, relaxed, 'petite équipe')).toBe(true);
    expect(await organisations.changeSettings(ORGANISATION, relaxed, 'petite équipe')).toBe(true);
    expect(await organisations.changeSettings('nobody', relaxed, '')).toBe(false);

    expect(await rulebooks.currentRulebook(ORGANISATION)).toBeNull();
    const first = rulebook([rule('refus')]);
    const second = rulebook([rule('refus'), rule('autre')], { name: 'essai', version: '2.0.0', hash: 'c'.repeat(64) });
    const published = [first, first, second, first].map((version) => () => rulebooks.publishRulebook(ORGANISATION, version));
    const changes: boolean[] = [];
    for (const publish of published) changes.push(await publish());
    expect(changes).toEqual([true, false, true, true]);
    expect(await rulebooks.currentRulebook(ORGANISATION)).toEqual(first);
    expect(await rulebooks.listVersions(ORGANISATION)).toEqual([first, second]);

    const journal: { type: string; payload: unknown }[] = await owner.query('SELECT type, payload FROM journal ORDER BY position');
    expect(journal.map(({ type }) => type)).toEqual([
      'organisation.settings-changed',
      'organisation.settings-changed',
      'rulebook.published',
      'rulebook.published',
      'rulebook.published',
    ]);
    expect(journal[0]!.payload).toEqual({ from: null, to: STRICT_SETTINGS, reason: 'première installation' });
    expect(journal[1]!.payload).toEqual({ from: STRICT_SETTINGS, to: relaxed, reason: 'petite équipe' });
    await owner.destroy();
    await app.close();
  });
});
