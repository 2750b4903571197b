import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, runDiapason } from './run-diapason.js';

describe('diapason rulebook', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'diapason-rulebook-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** A copy of the example rulebook in which `from` reads `to`. */
  async function changed(name: string, from: string, to: string): Promise<string> {
    const copy = path.join(folder, name);
    await cp(path.join(ROOT, 'rulebooks'), copy, { recursive: true });
    const file = path.join(copy, 'exemple/rulebook.yaml');
    const text = await readFile(file, 'utf8');
    expect(text).toContain(from);
    await writeFile(file, text.replace(from, to));
    return path.join(copy, 'exemple');
  }

  it('test: every rule holds its own examples', async () => {
    const { code, stdout } = await runDiapason(['rulebook', 'test']);
    expect(stdout).toMatch(/(\d+) règles tenues sur \1\n$/);
    expect(code).toBe(0);
  });

  it('test: a key that does not exist is told with file, line, column and the nearest one', async () => {
    const { code, stderr } = await runDiapason(['rulebook', 'test', await changed('key', 'promise:', 'promisse:')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/rulebook\.yaml:\d+:\d+: .*promisse/);
    expect(stderr).toContain('vouliez-vous « promise » ?');
  });

  it('explain: says how a rule is understood and why it fires or not', async () => {
    const fires = await runDiapason(['rulebook', 'explain', 'issue.malheureusement', 'Malheureusement, le modèle est épuisé.']);
    expect(fires).toMatchObject({ code: 1, stdout: expect.stringContaining('trouvé : « Malheureusement » [0–15]') });
    const silent = await runDiapason(['rulebook', 'explain', 'issue.malheureusement', 'Le modèle est épuisé.']);
    expect(silent).toMatchObject({ code: 0, stdout: expect.stringMatching(/^La règle ne se déclenche pas : aucun de ses motifs n’est là\./) });
    const unknown = await runDiapason(['rulebook', 'explain', 'malheureusement', 'x']);
    expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('issue.malheureusement') });
  });

  it('lint: the example rulebook is in order', async () => {
    expect(await runDiapason(['rulebook', 'lint'])).toMatchObject({ code: 0, stdout: expect.stringContaining('0 remarque') });
  });

  it('list: every rule with its kind and severity', async () => {
    expect(await runDiapason(['rulebook', 'list'])).toMatchObject({ code: 0, stdout: expect.stringContaining('issue.malheureusement') });
  });
});
