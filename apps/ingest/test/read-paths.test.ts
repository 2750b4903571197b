import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPaths, type FileItem, type ReadOptions } from '../src/files/read-paths.js';

const CALL = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Claire Martin>Bonjour\n';
const directory = (ref: string) => JSON.stringify({ agents: [{ ref, name: 'Claire Martin', addresses: [] }] });

let root: string;
const put = async (path: string, text: string): Promise<void> => {
  await mkdir(join(root, path, '..'), { recursive: true });
  await writeFile(join(root, path), text);
};
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'diapason-files-'));
  await put('directory.json', directory('a-1'));
  await put('README.md', '# pas une transcription');
  await put('appels/b.vtt', CALL);
  await put('appels/b.vtt.meta.json', JSON.stringify({ startedAt: '2026-09-07T10:00:00+02:00', tags: ['x'] }));
  await put('appels/a.vtt', CALL);
  await put('appels/nord/directory.json', directory('a-2'));
  await put('appels/nord/c.vtt', CALL);
  await put('appels/sud/directory.json', '{"unrelated":true}');
  await put('appels/sud/d.vtt', CALL);
  await put('casse/directory.json', '{"agents":[{"name":"sans ref"}]}');
  await put('casse/e.vtt', CALL);
  await put('illisible/directory.json', '{oops');
  await put('illisible/h.vtt', CALL);
  await put('faux/f.vtt', CALL);
  await put('faux/f.vtt.meta.json', '{"startedAt":"hier"}');
  await put('faute/i.vtt', CALL);
  await put('faute/i.vtt.meta.json', '{"startdAt":"2026-09-07T10:00:00+02:00"}');
  await put('faux/g.txt', 'Bonjour');
  await symlink(root, join(root, 'faux', 'boucle'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function read(paths: readonly string[], options?: ReadOptions): Promise<FileItem[]> {
  const items: FileItem[] = [];
  for await (const item of readPaths(paths.map((path) => join(root, path)), options)) items.push(item);
  return items;
}
const place = ({ file }: FileItem): string => relative(root, file);

describe('reading files and folders', () => {
  it('walks folders in the order of names, and leaves out what is no transcript', async () => {
    expect((await read(['appels'])).map(place)).toEqual(['appels/a.vtt', 'appels/b.vtt', 'appels/nord/c.vtt', 'appels/sud/d.vtt']);
  });

  it('finds the sidecar and the nearest directory above', async () => {
    const items = await read(['appels']);
    const agents = items.map((item) => (item.kind === 'interaction' ? item.interaction.participants[0]!.ref : item.reason));
    expect(agents).toEqual(['a-1', 'a-1', 'a-2', 'a-1']);
    expect(items[1]).toMatchObject({ interaction: { startedAt: '2026-09-07T10:00:00+02:00', tags: ['x'] } });
    expect(items[0]).toMatchObject({ startMissing: true });
  });

  it('refuses a file by itself and goes on', async () => {
    const items = await read(['casse', 'faux', 'absent.eml', 'appels/a.vtt']);
    expect(items.map((item) => [place(item), item.kind === 'refused' ? item.reason : 'read'])).toEqual([
      ['casse/e.vtt', 'invalid_directory'],
      ['faux/boucle', 'unreadable_file'],
      ['faux/f.vtt', 'invalid_metadata'],
      ['faux/g.txt', 'unknown_format'],
      ['absent.eml', 'unreadable_file'],
      ['appels/a.vtt', 'read'],
    ]);
    expect(items[0]).toMatchObject({ detail: expect.stringContaining('/agents/0/ref') });
    expect(items[2]).toMatchObject({ place: '/startedAt' });
  });

  it('refuses a directory that is no JSON, by its name', async () => {
    const [item] = await read(['illisible']);
    expect(item).toMatchObject({ reason: 'invalid_directory', detail: expect.stringContaining(join('illisible', 'directory.json')) });
  });

  it('names the mistyped key of a sidecar, and the right one', async () => {
    const [item] = await read(['faute']);
    expect(item).toMatchObject({ place: '/startdAt', detail: expect.stringContaining('vouliez-vous dire « startedAt » ?') });
  });

  it('takes a format and a source for all', async () => {
    const [item] = await read(['appels/a.vtt'], { format: 'webvtt', source: 'standard' });
    expect(item).toMatchObject({ interaction: { source: 'standard', externalId: 'a' } });
  });
});
