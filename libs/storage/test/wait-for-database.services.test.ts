import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, expect, inject, it, vi } from 'vitest';
import { DatabaseUnreachableError, waitForDatabase } from '#storage';
import { createTestDatabase } from '../../../test/support/postgres.js';

let lines: string[];
beforeEach(() => {
  lines = [];
  vi.spyOn(Logger.prototype, 'warn').mockImplementation((line: unknown) => void lines.push(String(line)));
});
afterEach(() => vi.restoreAllMocks());

const refusal = async (url: string, waitMs: number): Promise<string> => {
  const error: unknown = await waitForDatabase(url, { waitMs }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DatabaseUnreachableError);
  expect(error).toMatchObject({ exitCode: 2 });
  return error instanceof Error ? error.message : '';
};

it('tells calmly of each attempt, and in the end what was tried and how to put it right, never the password', async () => {
  const told = await refusal('postgres://lea:hunter2@127.0.0.1:1/diapason', 2_000);
  expect(lines).toEqual([expect.stringMatching(/^no database yet at 127\.0\.0\.1:1 \(ECONNREFUSED\), trying again: attempt 1, 0 s of 2 s$/)]);
  expect(told).toMatch(/^DATABASE_URL : pas de base de données à 127\.0\.0\.1:1 \(base « diapason », utilisateur « lea »\) — connexion refusée.*après 2 essais/);
  expect(told).toContain('Vérifiez que PostgreSQL tourne');
  expect(`${told}${lines.join('')}`).not.toContain('hunter2');
});

it('does not wait for what waiting does not cure', async () => {
  const database = await createTestDatabase(inject('postgresUrl'));
  try {
    const url = new URL(database.url);
    url.pathname = '/nulle_part_test';
    expect(await refusal(url.href, 60_000)).toMatch(/^DATABASE_URL : .*base « nulle_part_test ».* — cette base n’existe pas/);
    expect(lines).toEqual([]);
    const opened = await waitForDatabase(database.url);
    await opened.destroy();
  } finally {
    await database.drop();
  }
});
