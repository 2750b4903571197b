import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, runDiapason } from './run-diapason.js';

const CALL_WITH_VIOLATION = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Client>Bonjour, mon colis n'est pas arrivé.

00:00:05.000 --> 00:00:09.000
<v Agent>Bonjour, Paul du service client. Malheureusement, c'est impossible.
`;
const UNKNOWN_SPEAKERS = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Dupont>Bonjour, mon colis n'est pas arrivé.
`;
const CUSTOMER_ONLY = `From: Ana Petit <ana.petit@example.org>
To: service.client@maison-exemple.fr
Subject: Mon colis
Date: Wed, 2 Sep 2026 08:20:46 +0200
Message-ID: <only-1@example.org>

Bonjour, c'est impossible de joindre le transporteur, malheureusement.
`;

describe('diapason check', () => {
  let folder: string;
  const file = (name: string) => path.join(folder, name);
  /** Names of this test's files become their paths. */
  const run = (...args: string[]) => runDiapason(['check', ...args.map((arg) => (/^[a-z]+\.[a-z]+$/.test(arg) ? file(arg) : arg))]);
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'diapason-check-'));
    await writeFile(file('call.vtt'), CALL_WITH_VIOLATION);
    await writeFile(file('unknown.vtt'), UNKNOWN_SPEAKERS);
    await writeFile(file('customer.eml'), CUSTOMER_ONLY);
    await writeFile(file('noise.xyz'), 'rien de lisible');
    await writeFile(file('notes.txt'), 'rien de lisible');
    await writeFile(file('empty.eml'), '');
    await writeFile(file('directory.json'), JSON.stringify({ customers: [{ ref: 'c-1', addresses: ['ana.petit@example.org'] }] }));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('tells file, turn, quoted words, rule, why and what to say instead, and exits with 1', async () => {
    const { code, stdout } = await runDiapason(['check', file('call.vtt')]);
    expect(code).toBe(1);
    expect(stdout).toContain(file('call.vtt'));
    expect(stdout).toMatch(/tour 2 \(00:05\) · agent Agent/);
    expect(stdout).toMatch(/✗ \S+ {2}« Malheureusement »/);
    expect(stdout).toContain('Pourquoi : ');
    expect(stdout).toContain('Dites plutôt : ');
  });

  it('finds the customer’s own words no violation, and says that there is nothing to judge', async () => {
    const { code, stdout } = await runDiapason(['check', file('customer.eml')]);
    expect(stdout).toContain('0 écart');
    expect(stdout).toMatch(/rien à juger {2}aucun agent ne s’exprime/);
    expect(stdout).toContain('1 sans agent');
    expect(code).toBe(2);
  });

  it('never calls clean what it could not judge', async () => {
    const { code, stdout } = await runDiapason(['check', file('unknown.vtt')]);
    expect(code).toBe(2);
    expect(stdout).toContain('speaker_unknown');
    expect(stdout).toContain(`--speaker "Dupont=agent", ou par ${file('unknown.vtt')}.meta.json`);
  });

  it('says briefly of each file that it cannot read why, lists the formats once, and reads the others', async () => {
    const { code, stdout } = await run('noise.xyz', 'notes.txt', 'empty.eml', 'call.vtt', 'absent.eml');
    expect(code).toBe(1);
    expect(stdout.match(/unknown_format/g)).toHaveLength(2);
    expect(stdout).toContain('« .txt » peut être whatsapp');
    expect(stdout).toContain('Le fichier est vide.');
    for (const line of stdout.split('\n').filter((text) => text.includes('illisible'))) expect(line.length).toBeLessThan(200);
    expect(stdout.match(/webvtt/g)).toHaveLength(1);
    expect(stdout).toMatch(/^Formats connus \(--as\) : eml, .*webvtt/m);
    expect(stdout).toContain('unreadable_file');
    expect(stdout).toContain('« Malheureusement »');
  });

  it('prints JSON that holds to the published schema, with spans into the original text', async () => {
    const { code, stdout } = await runDiapason(['check', '--format', 'json', 'samples', file('noise.xyz')]);
    const report: unknown = JSON.parse(stdout);
    const validate = new Ajv2020().compile(JSON.parse(await readFile(path.join(ROOT, 'docs/check.schema.json'), 'utf8')));
    validate(report);
    expect(validate.errors).toBeNull();
    expect(report).toMatchObject({ schema: 'diapason.check/v1', summary: { refused: 1 } });
    expect(code).toBe(1);
  });

  it('reads standard input with --as, and asks for it otherwise', async () => {
    const piped = await runDiapason(['check', '-', '--as', 'webvtt'], CALL_WITH_VIOLATION);
    expect(piped.code).toBe(1);
    expect(piped.stdout).toContain('« Malheureusement »');
    const bare = await runDiapason(['check', '-'], CALL_WITH_VIOLATION);
    expect(bare.code).toBe(2);
    expect(bare.stderr).toContain('--as');
  });

  it('takes what standard input cannot have beside it from --speaker or --meta, and advises just that', async () => {
    const bare = await runDiapason(['check', '-', '--as', 'webvtt'], UNKNOWN_SPEAKERS);
    expect([bare.code, bare.stdout]).toEqual([2, expect.stringContaining('--speaker "Dupont=agent", ou par --meta FICHIER')]);
    expect(bare.stdout).not.toContain('à côté');
    await writeFile(file('who.json'), JSON.stringify({ speakers: { Dupont: { role: 'agent', ref: 'a-1' } } }));
    const told = await runDiapason(['check', '-', '--as', 'webvtt', '--meta', file('who.json'), '--speaker', 'Client=client'], UNKNOWN_SPEAKERS);
    expect([told.code, told.stdout]).toEqual([1, expect.stringContaining('agent Dupont')]);
    expect(await run('unknown.vtt', '--meta', file('noise.xyz'))).toMatchObject({ code: 2, stderr: expect.stringContaining('--meta') });
  });

  it.each([
    [['check'], 'argument manquant'],
    [['check', 'x', '--speaker', 'Dupont'], 'Il faut « Nom=agent »'],
    [['check', 'x', '--format', 'xml'], 'Valeurs possibles : text, json'],
    [['chek'], 'commande inconnue'],
    [['check', 'x', '--rulebook', '/nowhere'], 'référentiel refusé'],
  ])('%j is wrong usage: told in French, code 2', async (args, message) => {
    const { code, stderr } = await runDiapason(args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
