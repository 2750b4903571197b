import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { STRICT_SETTINGS } from '#domain';
import { openDatabase, OrganisationRepository } from '#storage';
import { createTestDatabase } from '../../../test/support/postgres.js';
import { runDiapason } from './run-diapason.js';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
const run = (...args: string[]) => runDiapason(args, '', { DATABASE_URL: database.url });

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  const dataSource = await openDatabase(database.url);
  await new OrganisationRepository(dataSource).ensureOrganisation({ id: 'essai', name: 'Essai', timeZone: 'Europe/Paris', settings: STRICT_SETTINGS, reason: 'test' });
  await dataSource.destroy();
});
afterAll(() => database.drop());

it('makes accounts and their links, closes and reopens them', async () => {
  expect(await run('accounts', 'list')).toMatchObject({ code: 0, stdout: 'Aucun compte encore.\n' });
  const made = await run('accounts', 'create', 'Lea@Maison.example', '--name', 'Léa Exemple', '--role', 'admin', '--all-teams', '--url', 'https://diapason.example');
  expect(made.stdout).toMatch(/^lea@maison\.example choisit[^]*\nhttps:\/\/diapason\.example\/bienvenue#jeton=[\w-]{43}\n$/);
  expect(await run('accounts', 'create', 'lea@maison.example', '--name', 'Léa', '--role', 'coach', '--all-teams')).toMatchObject({ code: 1, stderr: expect.stringContaining('déjà') });
  expect(await run('accounts', 'create', 'max', '--name', 'Max', '--role', 'coach', '--team', 't-9')).toMatchObject({ code: 1, stderr: expect.stringContaining('t-9') });
  expect(await run('accounts', 'create', 'max', '--name', 'Max', '--role', 'coach')).toMatchObject({ code: 2, stderr: expect.stringContaining('--all-teams') });
  expect(await run('accounts', 'create', 'max', '--name', 'Max', '--role', 'agent', '--all-teams')).toMatchObject({ code: 2, stderr: expect.stringContaining('--agent') });
  expect(await run('accounts', 'disable', 'lea@maison.example')).toMatchObject({ code: 1, stderr: expect.stringContaining('dernier administrateur') });
  await run('accounts', 'create', 'max', '--name', 'Max Exemple', '--role', 'coach', 'dpo', '--all-teams');
  expect(await run('accounts', 'disable', 'max')).toMatchObject({ code: 0 });
  expect(await run('accounts', 'link', 'max')).toMatchObject({ code: 1, stderr: expect.stringContaining('fermé') });
  expect(await run('accounts', 'enable', 'max')).toMatchObject({ code: 0 });
  expect(await run('accounts', 'link', 'max')).toMatchObject({ code: 0, stdout: expect.stringContaining('/bienvenue#jeton=') });
  expect((await run('accounts', 'list')).stdout).toContain('max  Max Exemple  coach,dpo  toutes les équipes  invité');
});

it('makes a key, alone on standard output, and revokes it', async () => {
  const made = await run('keys', 'create', 'passerelle', '--scope', 'ingest:write', '--days', '30');
  expect(made.stdout).toMatch(/^dia_[\w-]{43}\n$/);
  expect(await run('keys', 'create', 'rien')).toMatchObject({ code: 2, stderr: expect.stringContaining('--scope') });
  const [, id] = /^(\S+) .*passerelle  ingest:write  toutes les équipes  jusqu’au .*jamais servie/m.exec((await run('keys', 'list')).stdout) ?? [];
  expect(await run('keys', 'revoke', id!)).toMatchObject({ code: 0 });
  expect((await run('keys', 'list')).stdout).toContain('retirée');
  expect(await run('keys', 'revoke', 'autre')).toMatchObject({ code: 2 });
});
