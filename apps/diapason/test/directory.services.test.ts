import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runDiapason } from './run-diapason.js';
import { startUp, type Up } from './start-up.js';

let folder: string;
let up: Up;
const file = (name: string): string => path.join(folder, name);
const run = (...args: string[]) => runDiapason(['directory', ...args], '', { DIAPASON_URL: up.url });

const said = (externalId: string, channel: string, ref: string) => ({
  source: 'essai',
  externalId,
  channel,
  startedAt: '2026-09-07T10:00:00+02:00',
  participants: [{ id: 'a', role: 'agent', ref, name: `Nom de ${ref}` }],
  turns: [{ id: '0', participantId: 'a', text: 'Bonjour' }],
});

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'diapason-directory-'));
  up = await startUp(path.join(folder, 'data'), ['--no-samples']);
  const body = JSON.stringify([said('1', 'email', 'lea@maison.example'), said('2', 'chat', 'chatwoot:17'), said('3', 'phone', 'poste-204')]);
  await fetch(new URL('/v1/interactions', up.url), { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  // As a French Excel saves it: windows-1252, semicolons, CRLF.
  await writeFile(file('equipe.csv'), Buffer.from('Type;Réf;Nom;Équipe;Nom équipe;Identités\r\nagent;a-03;"Léa ""Lili"" Exemple";t-1;Équipe Nord;Lea@Maison.example | chatwoot:17\r\nclient;c-9;Zoé;;;zoe@exemple.example\r\n', 'latin1'));
  await writeFile(file('faux.csv'), 'ref,nom,identites\na-07,Marc,chatwoot:17\n');
});
afterAll(async () => {
  await up?.end('SIGTERM');
  await rm(folder, { recursive: true, force: true });
});

it('lists who waits, takes a file in, and then only who still waits', async () => {
  expect((await run('unattached')).stdout).toMatch(/chatwoot:17 .*\n.*lea@maison.example .*\n.*poste-204/s);
  const dry = await run('import', file('equipe.csv'), '--dry-run');
  expect([dry.code, dry.stdout]).toEqual([0, expect.stringMatching(/agents : 1 nouveau, 0 modifié, 0 inchangé, 2 références rattachées\néquipes : 1 nouvelle,.*\nclients : 1 nouveau,.*\nessai : rien n’a été changé/)]);
  expect(dry.stderr).toContain('windows-1252');
  expect((await run('import', file('equipe.csv'))).code).toBe(0);
  expect((await run('import', file('equipe.csv'))).stdout).toContain('agents : 0 nouveau, 0 modifié, 1 inchangé, 0 référence rattachée');
  expect((await run('unattached')).stdout).not.toMatch(/chatwoot|lea@/);
  expect((await run('list', '--search', 'lili')).stdout).toMatch(/a-03 +Léa "Lili" Exemple +Équipe Nord +2026-09-07 +chatwoot:17, lea@maison.example/);
  expect((await run('list', '--kind', 'teams')).stdout).toMatch(/t-1 +Équipe Nord +1/);
  expect(JSON.parse((await run('list', '--kind', 'customers', '--format', 'json')).stdout)).toMatchObject({ ref: 'c-9', name: 'Zoé' });
});

it('merges and splits, and says who the person is then', async () => {
  const merged = await run('merge', 'a-03', 'poste-204');
  expect([merged.code, merged.stdout]).toEqual([0, expect.stringMatching(/^a-03 · Léa "Lili" Exemple · Équipe Nord\n.*poste-204 \(Nom de poste-204\) : vue le 2026-09-07/s)]);
  expect((await run('unattached')).stdout).toBe('Personne.\n');
  expect((await run('split', 'a-03', 'poste-204')).stdout).not.toContain('poste-204');
  expect((await run('unattached')).stdout).toContain('poste-204');
});

it.each([
  ['a reference of somebody else, by its place in the file', ['import', 'faux.csv'], 1, /faux\.csv:2:11: « chatwoot:17 » est une référence de « a-03 »/],
  ['a file that is not there', ['import', 'absent.csv'], 2, /absent\.csv/],
  ['a person nobody knows', ['merge', 'personne', 'x'], 2, /Agent introuvable/],
  ['a kind nobody knows', ['list', '--kind', 'robots'], 2, /robots/],
])('%s is told', async (_, [verb, name, ...rest], code, told) => {
  const ran = await run(verb!, verb === 'import' ? file(name!) : name!, ...rest);
  expect([ran.code, ran.stderr]).toEqual([code, expect.stringMatching(told)]);
});
