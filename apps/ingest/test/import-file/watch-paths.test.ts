import { appendFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Publish } from '../../src/import-file/import-items.js';
import { watchPaths, type WatchOptions } from '../../src/import-file/watch-paths.js';
import { chat } from '../ingest-fixture.js';
import { receiver } from './receiver.js';

let folder: string;
let stop: AbortController;
let watching: ReturnType<typeof watchPaths>;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'diapason-watch-'));
  stop = new AbortController();
});
afterEach(async () => {
  stop.abort();
  await watching;
  await rm(folder, { recursive: true, force: true });
});

const watch = (publish: Publish, more: Partial<WatchOptions> = {}): void => {
  watching = watchPaths([folder], { publish, everyMs: 100, signal: stop.signal, ...more });
};
const at = (...names: string[]): string => path.join(folder, ...names);
const line = (id: string): string => `${JSON.stringify(chat(id))}\n`;
const mail = (id: string): string => `From: a@b.example\r\nTo: c@d.example\r\nDate: Mon, 07 Sep 2026 09:12:33 +0200\r\nMessage-ID: <${id}@x>\r\n\r\nBonjour`;
const until = async (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 15_000, interval: 20 });
/** Several looks later nothing more has come. */
const settled = async (): Promise<void> => new Promise((wake) => setTimeout(wake, 600));

it('a file is taken when it has stopped growing, once, and what is added to it later too', async () => {
  const { ids, publish } = receiver();
  watch(publish);
  const growing = setInterval(() => void appendFile(at('a.jsonl'), ' '), 20);
  await appendFile(at('a.jsonl'), line('n-1'));
  await settled();
  expect(ids).toEqual([]);
  clearInterval(growing);
  await until(() => expect(ids).toEqual(['n-1']));
  await settled();
  expect(ids).toEqual(['n-1']);
  await appendFile(at('a.jsonl'), `\n${line('n-2')}`);
  await until(() => expect(ids).toContain('n-2'));
});

it('a mail of a Maildir is taken once, whether it moves or gets flags, and not while it is written', async () => {
  await Promise.all(['cur', 'new', 'tmp'].map((name) => mkdir(at(name))));
  const { ids, publish } = receiver();
  watch(publish);
  await writeFile(at('tmp', '1.host'), mail('un'));
  await settled();
  expect(ids).toEqual([]);
  await rename(at('tmp', '1.host'), at('new', '1.host'));
  await until(() => expect(ids).toEqual(['un@x']));
  await rename(at('new', '1.host'), at('cur', '1.host:2,S'));
  await settled();
  await rename(at('cur', '1.host:2,S'), at('cur', '1.host:2,RS'));
  await writeFile(at('new', '2.host'), mail('deux'));
  await until(() => expect(ids).toContain('deux@x'));
  expect(ids).toEqual(['un@x', 'deux@x']);
});

it('goes on when the other end was away, and loses nothing', async () => {
  const { ids, publish } = receiver();
  let away = true;
  const troubles: unknown[] = [];
  watch(async (interactions) => (away ? Promise.reject(new Error('away')) : publish(interactions)), { onTrouble: (error) => troubles.push(error) });
  await writeFile(at('a.jsonl'), line('n-1'));
  await until(() => expect(troubles.length).toBeGreaterThan(0));
  away = false;
  await until(() => expect(ids).toEqual(['n-1']));
});

it('tells of a file that cannot be read once, and of all in its summary', async () => {
  const refused: string[] = [];
  watch(receiver().publish, { onRefused: ({ reason }) => refused.push(reason) });
  await writeFile(at('b.txt'), 'rien qui se lise');
  await writeFile(at('a.jsonl'), line('n-1'));
  await until(() => expect(refused).toEqual(['unknown_format']));
  await settled();
  stop.abort();
  expect(await watching).toMatchObject({ accepted: 1, refusedCount: 1, files: 2 });
  expect(refused).toHaveLength(1);
});
