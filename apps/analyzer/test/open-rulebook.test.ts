import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RulebookRefusedError, openRulebook } from '../src/rulebook/open-rulebook.js';

const HEAD = ['rulebook: essai', 'version: 1.0.0', 'language: fr', 'promise: Une promesse.', 'commitments:', '  issue: Une issue.', 'rules:'];
const rule = (passes: string) => [
  '  - id: issue.impossible',
  '    kind: wording',
  '    serves: issue',
  '    why: Le client repart sans solution.',
  '    severity: major',
  '    match: ["c\'est impossible"]',
  '    flags: ["[C\'est impossible]."]',
  `    passes: ["${passes}"]`,
];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'diapason-test-rulebook-'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (lines: readonly string[]) => writeFile(path.join(folder, 'rulebook.yaml'), lines.join('\n'));

it('opens a rulebook whose rules keep their word', async () => {
  await write([...HEAD, ...rule('Rien à redire.')]);
  expect(openRulebook(folder).description).toMatchObject({ name: 'essai', version: '1.0.0' });
});

it('refuses one whose rule contradicts its example, naming file, line, rule and example', async () => {
  await write([...HEAD, ...rule("Hélas, c'est impossible.")]);
  expect(() => openRulebook(folder)).toThrow(RulebookRefusedError);
  expect(() => openRulebook(folder)).toThrow(/rulebook\.yaml:15:\d+: issue\.impossible : .*Hélas/);
});

it('refuses one that cannot be read, naming file and line', async () => {
  await write([...HEAD, ...rule('Rien à redire.'), '    colour: red']);
  expect(() => openRulebook(folder)).toThrow(/rulebook\.yaml:16:\d+: /);
});
