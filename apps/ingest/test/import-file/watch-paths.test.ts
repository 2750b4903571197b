import { appendFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Publish } from '../../src/import-file/import-items.js';
import { ImportState } from '../../src/import-file/import-state.js';
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
const stored = (id: string, body = 'Bonjour'): string => `From a@b.example Mon Sep  7 09:12:33 2026\n${mail(id).replaceAll('\r\n', '\n').replace('Bonjour', body)}\n\n`;
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

it('a mailbox that grows is read on from its last mail, also behind one that was refused', async () => {
  const { ids, publish } = receiver();
  const refused: (string | undefined)[] = [];
  watch(publish, { state: await ImportState.open(at('.etat')), onRefused: ({ place }) => refused.push(place) });
  await writeFile(at('a.mbox'), [stored('un'), stored('vide', ''), stored('trois')].join(''));
  await until(() => expect(ids).toEqual(['un@x', 'trois@x']));
  await appendFile(at('a.mbox'), stored('quatre'));
  // The last one may have been growing: it is sent again and known by its id.
  await until(() => expect(ids).toEqual(['un@x', 'trois@x', 'trois@x', 'quatre@x']));
  expect(refused).toEqual(['courriel 2']);
});

it('subfolders of a Maildir are watched, one that appears too; drafts and the files of its server are not mails', async () => {
  const maildir = async (...names: string[]): Promise<void> => {
    for (const name of ['cur', 'new', 'tmp']) await mkdir(at(...names, name), { recursive: true });
  };
  await maildir();
  await maildir('.Envoyes');
  await maildir('.Brouillons');
  await Promise.all(['dovecot-uidlist', 'subscriptions', 'maildirsize', '.Envoyes/maildirfolder'].map((name) => writeFile(at(name), '3 V1 N1\n')));
  const { ids, publish } = receiver();
  const refused: string[] = [];
  watch(publish, { onRefused: ({ file }) => refused.push(String(file)) });
  await writeFile(at('.Envoyes', 'cur', '1.host,S=120:2,S'), mail('envoye'));
  await writeFile(at('cur', '2.host:2,DS'), mail('brouillon'));
  await writeFile(at('.Brouillons', 'cur', '3.host:2,S'), mail('en-cours'));
  await until(() => expect(ids).toEqual(['envoye@x']));
  await maildir('.Envoyes.2026');
  await writeFile(at('.Envoyes.2026', 'new', '4.host'), mail('rangé'));
  await until(() => expect(ids).toHaveLength(2));
  await rename(at('.Envoyes.2026', 'new', '4.host'), at('.Envoyes.2026', 'cur', '4.host;2,S'));
  await settled();
  expect([ids, refused]).toEqual([['envoye@x', 'rangé@x'], []]);
});

it('a watch that is started again takes no mail of a Maildir twice, whatever happened to its name meanwhile', async () => {
  await Promise.all(['cur', 'new', 'tmp'].map((name) => mkdir(at('boite', name), { recursive: true })));
  await writeFile(at('boite', 'new', '1.host'), mail('un'));
  const first = receiver();
  watch(first.publish, { state: await ImportState.open(at('.etat')) });
  await until(() => expect(first.ids).toEqual(['un@x']));
  stop.abort();
  await watching;
  await rename(at('boite', 'new', '1.host'), at('boite', 'cur', '1.host:2,FRS'));
  await writeFile(at('boite', 'new', '2.host'), mail('deux'));
  stop = new AbortController();
  const second = receiver();
  watch(second.publish, { state: await ImportState.open(at('.etat')) });
  await until(() => expect(second.ids).toEqual(['deux@x']));
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
