import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Permission } from '#domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startUp, type Up } from '../../apps/diapason/test/start-up.js';
import { findSchemathesis, runSchemathesis } from './schemathesis.js';
import { operationsOf, settingsFor } from './settings.js';
import { makeVisitors, PERMISSIONS, type Visitor } from './visitors.js';

const DOCUMENT = path.resolve(import.meta.dirname, '../../apps/api/openapi.json');
const command = await findSchemathesis();

/** The whole document against the service as its users run it, with the sample data. */
describe.skipIf(command === null)('every operation keeps what openapi.json says', () => {
  let folder: string;
  let up: Up;
  let document: unknown;
  let visitors: ReadonlyMap<Permission | null, Visitor>;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'diapason-test-schema-'));
    document = JSON.parse(await readFile(DOCUMENT, 'utf8'));
    up = await startUp(path.join(folder, 'data'));
    visitors = await makeVisitors(up);
  });
  afterAll(async () => {
    await up.end('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  });

  // No second try: the data are no longer those of the first.
  it.each(PERMISSIONS.map((permission) => [permission ?? 'nobody', permission] as const))('to %s', { timeout: 600_000, retry: 0 }, async (_, permission) => {
    const visitor = visitors.get(permission)!;
    const config = path.join(folder, 'schemathesis.toml');
    await writeFile(config, settingsFor(visitor, { url: up.url, document }));
    const { code, said, operations } = await runSchemathesis(command!, { document: DOCUMENT, config, folder });
    expect.soft(operations).toEqual({ selected: operationsOf(document).length, of: operationsOf(document).length, tested: operationsOf(document).length });
    if (code !== 0) throw new Error(failuresIn(said));
  });
});

/** What was wrong, with the command that shows it again; the rest is progress. */
function failuresIn(said: string): string {
  const from = said.search(/^=+ (?:ERRORS|FAILURES) =+$/m);
  return said.slice(Math.max(from, 0)).slice(0, 40_000);
}
