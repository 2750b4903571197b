import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importPaths } from '../../src/import-file/import-paths.js';
import { ImportState } from '../../src/import-file/import-state.js';
import { chat } from '../ingest-fixture.js';
import { receiver } from './receiver.js';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(path.join(tmpdir(), 'diapason-import-state-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const lines = (from: number, to: number): string => Array.from({ length: to - from }, (_, i) => `${JSON.stringify(chat(`n-${from + i}`))}\n`).join('');
const open = (name: string) => ImportState.open(path.join(folder, `${name}.txt`));

it('a file of lines goes on where the chunk before the cut ended, and only there', async () => {
  const file = path.join(folder, 'cut.jsonl');
  await writeFile(file, lines(0, 1_000));
  const broken = receiver(400);
  await expect(importPaths([file], { publish: broken.publish, state: await open('cut') })).rejects.toThrow('cut off');
  const again = receiver();
  const summary = await importPaths([file], { publish: again.publish, state: await open('cut') });
  // The chunks on their way when it broke are not written down, nor the last line before them: sent again rather than lost.
  expect(again.ids[0]).toBe('n-399');
  expect([summary.accepted, new Set([...broken.ids, ...again.ids]).size]).toEqual([601, 1_000]);
});

it('what was added to a file is read, what stood in it is not', async () => {
  const file = path.join(folder, 'grown.jsonl');
  await writeFile(file, lines(0, 3));
  await importPaths([file], { publish: receiver().publish, state: await open('grown') });
  await appendFile(file, lines(3, 5));
  const { ids, publish } = receiver();
  await importPaths([file], { publish, state: await open('grown') });
  expect(ids).toEqual(['n-3', 'n-4']);
});

const mail = (id: string): string => `From a@b.example Mon Sep  7 09:12:33 2026\nFrom: a@b.example\nDate: Mon, 07 Sep 2026 09:12:33 +0200\nMessage-ID: <${id}>\n\nBonjour\n\n`;

it('a mailbox goes on with the last mail that it had, which may have been cut short', async () => {
  const file = path.join(folder, 'boite.mbox');
  await writeFile(file, ['m-0', 'm-1', 'm-2'].map(mail).join(''));
  await importPaths([file], { publish: receiver().publish, state: await open('boite') });
  await appendFile(file, mail('m-3'));
  const { ids, publish } = receiver();
  const summary = await importPaths([file], { publish, state: await open('boite') });
  expect([ids, summary.formats.map(({ format }) => format)]).toEqual([['m-2', 'm-3'], ['mbox']]);
});

it('a file that was rewritten is read from its first line', async () => {
  const file = path.join(folder, 'rewritten.jsonl');
  await writeFile(file, lines(0, 3));
  await importPaths([file], { publish: receiver().publish, state: await open('rewritten') });
  await writeFile(file, lines(7, 12));
  const { ids, publish } = receiver();
  await importPaths([file], { publish, state: await open('rewritten') });
  expect(ids).toEqual(['n-7', 'n-8', 'n-9', 'n-10', 'n-11']);
});

it('a file with something refused is told of again, a whole one is skipped', async () => {
  const good = path.join(folder, 'good.jsonl');
  const bad = path.join(folder, 'bad.jsonl');
  await Promise.all([writeFile(good, lines(0, 2)), writeFile(bad, `${lines(2, 3)}{"channel":\n${lines(3, 4)}`)]);
  const run = async () => importPaths([bad, good], { publish: receiver().publish, state: await open('refused') });
  const of = ({ accepted, refusedCount, files, skipped }: Awaited<ReturnType<typeof run>>) => ({ accepted, refusedCount, files, skipped });
  expect(of(await run())).toEqual({ accepted: 4, refusedCount: 1, files: 2, skipped: 0 });
  expect(of(await run())).toEqual({ accepted: 2, refusedCount: 1, files: 2, skipped: 1 });
});

it('a state whose last line a crash cut short is read for what it has, and holds no word of the interactions', async () => {
  const file = path.join(folder, 'torn.jsonl');
  await writeFile(file, lines(0, 2));
  await importPaths([file], { publish: receiver().publish, state: await open('torn') });
  await appendFile(path.join(folder, 'torn.txt'), 'done 0123');
  const state = await open('torn');
  const { size, mtimeMs } = await stat(file);
  expect(state.isDone({ path: file, size, mtimeMs })).toBe(true);
  expect(state.isDone({ path: file, size, mtimeMs: mtimeMs + 1 })).toBe(false);
  expect(await readFile(path.join(folder, 'torn.txt'), 'utf8')).not.toMatch(/Bonjour|n-0|jsonl/);
});
