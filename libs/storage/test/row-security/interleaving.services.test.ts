import { STRICT_SETTINGS } from '#domain';
import { openDatabase, OrganisationRepository } from '#storage';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openOwner } from '../../../../test/support/owner.js';
import { createTestDatabase } from '../../../../test/support/postgres.js';
import { ALL_ORGANISATIONS, severalOrganisations } from '../../src/database/scope.js';
import { inTransaction, sqlOn, type Sql } from '../../src/database/sql.js';

const HOUSES = Array.from({ length: 8 }, (_, n) => `maison-${n}`);

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let source: DataSource;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  source = await openDatabase(database.url, { poolSize: 3 });
  for (const id of HOUSES) await new OrganisationRepository(source).ensureOrganisation({ id, name: id, timeZone: 'Europe/Paris', settings: STRICT_SETTINGS, reason: 'test' });
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const namesSeen = async (sql: Sql): Promise<string[]> => (await sql<{ id: string }>('SELECT organisation_id AS id FROM organisation ORDER BY 1')).map(({ id }) => id);
const outside = async (): Promise<string[]> => (await source.query('SELECT organisation_id AS id FROM organisation')).map(({ id }: { id: string }) => id);
const settle = async (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: { code?: string }) => error.code ?? 'failed');

/** What one caller does, and what it must get; callers of all organisations share three connections. */
const WAYS: readonly ((house: string, other: string) => Promise<readonly [seen: unknown, expected: unknown]>)[] = [
  async (house) => [await namesSeen(sqlOn(source, house)), [house]],
  async (house) => [await inTransaction(source, house, async (sql) => [await namesSeen(sql), await namesSeen(sql)]), [[house], [house]]],
  async (house, other) => [await namesSeen(sqlOn(source, severalOrganisations([house, other]))), [...new Set([house, other])].sort()],
  async () => [await outside(), []],
  async () => [await namesSeen(sqlOn(source, ALL_ORGANISATIONS)), HOUSES],
  async (house) => [await sqlOn(source, house)('SELECT FROM organisation'), [{}]],
  // What fails leaves nothing behind either.
  async (house) => [await settle(sqlOn(source, house)('SELECT 1 / 0')), '22012'],
  async (house) => [await settle(sqlOn(source, house)('SELECT $1::uuid', ['no uuid'])), '22P02'],
  async (house) => [await settle(sqlOn(source, house)('SELECT nonsense')), '42703'],
  async (house) => [await settle(inTransaction(source, house, async (sql) => sql('SELECT 1 / 0'))), '22012'],
  async (house) => [await settle(inTransaction(source, house, () => Promise.reject(new Error('given up')))), 'failed'],
  async (house, other) => [await settle(sqlOn(source, house)(`UPDATE organisation SET organisation_id = $1`, [`${other}-x`])), '42501'],
];

it('keeps callers of many organisations apart on few connections, whatever fails in between', async () => {
  const wrong: unknown[] = [];
  let seed = 20261014;
  const pick = <T>(from: readonly T[]): T => from[(seed = (seed * 48_271) % 2_147_483_647) % from.length]!;
  const caller = async (): Promise<void> => {
    for (let n = 0; n < 60; n++) {
      const [house, other] = [pick(HOUSES), pick(HOUSES)];
      const way = pick(WAYS);
      const [seen, expected] = await way(house, other);
      if (JSON.stringify(seen) !== JSON.stringify(expected)) wrong.push({ way: WAYS.indexOf(way), house, seen, expected });
    }
  };
  await Promise.all(Array.from({ length: 20 }, caller));
  expect(wrong).toEqual([]);
});

it('leaves neither scope nor role on a connection', async () => {
  const lone = await openDatabase(database.url, { poolSize: 1 });
  const left = (): Promise<unknown> => lone.query(`SELECT current_user AS role, coalesce(current_setting('diapason.organisation', true), '') AS one, coalesce(current_setting('diapason.organisations', true), '') AS several`);
  const nothing = [{ role: 'diapason_app', one: '', several: '' }];
  await sqlOn(lone, 'maison-1')('SELECT 1');
  expect(await left()).toEqual(nothing);
  await sqlOn(lone, ALL_ORGANISATIONS)('SELECT 1');
  expect(await left()).toEqual(nothing);
  await inTransaction(lone, severalOrganisations(['maison-1']), (sql) => sql('SELECT 1'));
  expect(await left()).toEqual(nothing);
  await settle(sqlOn(lone, 'maison-1')('SELECT 1 / 0'));
  expect(await left()).toEqual(nothing);
  await lone.destroy();
});

it('tells nothing when the connection breaks in the middle, and goes on with another', async () => {
  const lone = await openDatabase(database.url, { poolSize: 1 });
  const owner = await openOwner(database.url);
  const cut = settle(sqlOn(lone, 'maison-1')('SELECT pg_sleep(60)'));
  const kill = (): Promise<unknown[]> => owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query = 'SELECT pg_sleep(60)'`);
  while ((await kill()).length === 0);
  expect(await cut).toBe('57P01');
  await owner.destroy();
  expect(await namesSeen(sqlOn(lone, 'maison-1'))).toEqual(['maison-1']);
  await lone.destroy();
});
