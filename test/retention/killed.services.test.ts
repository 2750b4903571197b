import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT, runDiapason } from '../../apps/diapason/test/run-diapason.js';
import { analysed, ORGANISATION } from '../contracts/analysis-store.fixture.js';
import { dumpEverything, residues } from '../erasure/residue.js';
import { AGENTS, groupsSee, openWorld, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const many = Array.from({ length: 1_600 }, (_, i) => {
    const [agent, team] = AGENTS[i % AGENTS.length]!;
    return analysed({ externalId: `zircon-${i}`, channel: 'email', agent, team, customer: 'client-old', startedAt: `2025-10-${10 + (i % 4)}T10:00:00+02:00`, text: `Malheureusement le zircon ${i}.`, found: i % 3 === 0 ? ['refus'] : [] });
  });
  for (let i = 0; i < many.length; i += 400) await world.keep(many.slice(i, i + 400));
  await world.projector.settle();
});
afterAll(() => world.close());

const passedRows = async (): Promise<number> => (await world.owner.query(`SELECT count(*)::int AS n FROM passed_interaction`))[0].n;

it('a run that is killed is gone on with by the next, and nothing is counted twice', { timeout: 120_000 }, async () => {
  const before = await groupsSee(world);
  const asked = ['retention', 'run'];
  const child = spawn(process.execPath, ['bin/diapason.mjs', ...asked], { cwd: ROOT, env: { ...process.env, DATABASE_URL: world.url }, stdio: 'ignore' });
  const over = once(child, 'close');
  while ((await passedRows()) < 200 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGKILL');
  await over;
  const half = await passedRows();
  expect(half).toBeGreaterThan(0);
  expect(half).toBeLessThan(1_600 + 24);
  // In the middle of it every figure is what it was.
  expect(await groupsSee(world)).toEqual(before);
  const { code, stdout } = await runDiapason(asked, '', { DATABASE_URL: world.url });
  expect([code, stdout]).toEqual([0, expect.stringContaining('échanges entiers')]);
  expect(await passedRows()).toBe(1_600 + 24);
  expect(await groupsSee(world)).toEqual(before);
  await world.projector.rebuild();
  expect(await groupsSee(world)).toEqual(before);
  expect(residues(await dumpEverything(world.owner), ['zircon', 'oldphone', 'oldemail'])).toEqual([]);
  expect((await runDiapason(['retention', 'run', '--dry-run'], '', { DATABASE_URL: world.url })).stdout).toContain('Passeraient maintenant : rien.');
});

it('periods are shown, shortened with a reason, and never lengthened beyond their limits', async () => {
  const env = { DATABASE_URL: world.url };
  const set = await runDiapason(['retention', 'set', '--phone', '90', '--reason', 'Demande du CSE'], '', env);
  expect([set.code, set.stdout]).toEqual([0, expect.stringMatching(/90 jours +mots des appels \(--phone, 180 au plus\)/)]);
  const refused = await runDiapason(['retention', 'set', '--phone', '181', '--reason', 'Plus long'], '', env);
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('de 1 à 180 jours, pas 181')]);
  expect((await runDiapason(['retention', 'set', '--findings', '60', '--reason', 'x'], '', env)).stderr).toContain('ne se gardent pas plus longtemps que les constats');
  expect((await world.organisations.readOrganisation(ORGANISATION))!.settings.retention.phone).toBe(90);
  const [entry] = await world.owner.query(`SELECT payload->>'reason' AS reason FROM journal WHERE type = 'organisation.settings-changed' ORDER BY position DESC LIMIT 1`);
  expect(entry).toEqual({ reason: 'Demande du CSE' });
});
