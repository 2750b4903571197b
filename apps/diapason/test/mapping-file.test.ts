import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDiapason } from './run-diapason.js';

const EXAMPLES = 'apps/ingest/src/sources/mapping/examples';

describe('a mapping on the command line', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(path.join(tmpdir(), 'diapason-mapping-'))));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('that is wrong stops an import before anything is sent, with every problem on its own line', async () => {
    const file = path.join(folder, 'mapping.yaml');
    await writeFile(file, 'mapping: 1\nsource: maison\nid: ref\nchannel: chat\nturns: { list: $.fil }\n');
    const { code, stderr } = await runDiapason(['import', EXAMPLES, '--mapping', file]);
    expect(code).toBe(2);
    expect(stderr).toContain(`\n  ${file}:3:5: id : chemin « ref » : un chemin commence par « $ »\n  ${file}:5:8: turns.text : champ obligatoire`);
  });

  it('that is not there is named', async () => {
    const { code, stderr } = await runDiapason(['import', EXAMPLES, '--mapping', path.join(folder, 'absent.yaml')]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('absent.yaml — Le fichier n\'existe pas.')]);
  });

  it('that lies beside the files is used by itself', async () => {
    const { stdout } = await runDiapason(['check', EXAMPLES, '--format', 'json']);
    const files: { interactions: unknown[]; refused: unknown[] }[] = JSON.parse(stdout).files;
    expect(files.map(({ interactions, refused }) => [interactions.length, refused.length])).toEqual([[2, 0], [1, 0]]);
  });
});
