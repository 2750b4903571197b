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
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'diapason-check-'));
    await writeFile(file('call.vtt'), CALL_WITH_VIOLATION);
    await writeFile(file('unknown.vtt'), UNKNOWN_SPEAKERS);
    await writeFile(file('customer.eml'), CUSTOMER_ONLY);
    await writeFile(file('noise.xyz'), 'rien de lisible');
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

  it('finds the customer’s own words no violation, and exits with 0', async () => {
    const { code, stdout } = await runDiapason(['check', file('customer.eml')]);
    expect(stdout).toContain('0 écart');
    expect(code).toBe(0);
  });

  it('never calls clean what it could not judge', async () => {
    const { code, stdout } = await runDiapason(['check', file('unknown.vtt')]);
    expect(code).toBe(2);
    expect(stdout).toContain('speaker_unknown');
  });

  it('says of a file that it cannot read which formats there are, and reads the others', async () => {
    const { code, stdout } = await runDiapason(['check', file('noise.xyz'), file('call.vtt'), file('absent.eml')]);
    expect(code).toBe(2);
    expect(stdout).toContain('unknown_format');
    expect(stdout).toContain('webvtt');
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
    expect(code).toBe(2);
  });

  it('reads standard input with --as, and asks for it otherwise', async () => {
    const piped = await runDiapason(['check', '-', '--as', 'webvtt'], CALL_WITH_VIOLATION);
    expect(piped.code).toBe(1);
    expect(piped.stdout).toContain('« Malheureusement »');
    const bare = await runDiapason(['check', '-'], CALL_WITH_VIOLATION);
    expect(bare.code).toBe(2);
    expect(bare.stderr).toContain('--as');
  });

  it.each([
    [['check'], 'argument manquant'],
    [['check', 'x', '--format', 'xml'], 'Valeurs possibles : text, json'],
    [['chek'], 'commande inconnue'],
    [['check', 'x', '--rulebook', '/nowhere'], 'référentiel refusé'],
  ])('%j is wrong usage: told in French, code 2', async (args, message) => {
    const { code, stderr } = await runDiapason(args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
