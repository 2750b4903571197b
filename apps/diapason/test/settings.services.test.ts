import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { STRICT_SETTINGS } from '#domain';
import { openDatabase, OrganisationRepository } from '#storage';
import { createTestDatabase } from '../../../test/support/postgres.js';
import { runDiapason } from './run-diapason.js';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
const settings = (...args: string[]) => runDiapason(['settings', ...args], '', { DATABASE_URL: database.url });

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  const dataSource = await openDatabase(database.url);
  await new OrganisationRepository(dataSource).ensureOrganisation({ id: 'essai', name: 'Essai', timeZone: 'Europe/Paris', settings: STRICT_SETTINGS, reason: 'test' });
  await dataSource.destroy();
});
afterAll(() => database.drop());

it('shows the strict settings, and changes them only with a reason', async () => {
  expect(await settings()).toMatchObject({ code: 0, stdout: expect.stringContaining('constats confirmés en revue seulement') });
  expect(await settings('--person-figures', 'detected')).toMatchObject({ code: 2, stderr: expect.stringContaining('--reason') });
  expect(await settings('--person-figures', 'detected', '--reason', 'essai avec l’équipe')).toMatchObject({ code: 0 });
  expect(await settings()).toMatchObject({ stdout: expect.stringContaining('constats détectés') });
});

it('names the organisations there are, and refuses what is no number', async () => {
  expect(await settings('--organisation', 'autre')).toMatchObject({ code: 2, stderr: expect.stringContaining('essai') });
  expect(await settings('--group-min-agents', 'deux', '--reason', 'x')).toMatchObject({ code: 2, stderr: expect.stringContaining('--group-min-agents') });
});

it('makes no empty database of a mistyped folder', async () => {
  const wrong = await runDiapason(['rebuild', 'views', '--data', `/tmp/diapason-${randomUUID()}`], '', { DATABASE_URL: '' });
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('aucune base de données') });
});
