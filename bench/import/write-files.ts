import { copyFile, mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Interaction } from '#domain';
import { readPaths } from '#ingest/read';

/** Files of a folder: more, and listing one folder takes memory of its own. */
const PER_FOLDER = 1_000;
const FORMATS = ['eml', 'chat', 'vtt', 'jsonl'] as const;

export interface Written {
  /** `source` and external id of every interaction, parted by a space. */
  readonly keys: ReadonlySet<string>;
  readonly files: number;
  readonly megabytes: number;
}

/**
 * Writes `count` interactions into files as different systems export them, the sample interactions over and over under
 * new ids: a quarter each of mails, chat sessions, calls with a sidecar (one file each) and canonical JSON lines (one file).
 */
export async function writeFiles(folder: string, count: number, samples = 'samples'): Promise<Written> {
  const written = { keys: new Set<string>(), files: 0, megabytes: 0 };
  const quarter = (format: (typeof FORMATS)[number]): number => Math.floor((count + FORMATS.indexOf(format)) / FORMATS.length);
  await mkdir(folder, { recursive: true });
  await copyFile(path.join(samples, 'directory.json'), path.join(folder, 'directory.json'));

  const file = async (name: string, content: string | Buffer, key?: string): Promise<void> => {
    const at = path.join(folder, name);
    await mkdir(path.dirname(at), { recursive: true });
    await writeFile(at, content);
    written.megabytes += Buffer.byteLength(content) / 1e6;
    if (key === undefined) return;
    written.files++;
    written.keys.add(key);
  };

  // Latin-1 keeps every byte as it is, whatever the mail's charsets.
  const mails = (await contentsOf(path.join(samples, 'email'), '.eml')).map((bytes) => bytes.toString('latin1'));
  for (let i = 0; i < quarter('eml'); i++) {
    const mail = mails[i % mails.length]!.replace(/^Message-ID:.*$/im, `Message-ID: <bench-${i}@example.org>`);
    await file(inFolder('eml', i, 'eml'), Buffer.from(mail, 'latin1'), `mailbox bench-${i}@example.org`);
  }
  const chats = (await contentsOf(path.join(samples, 'chat'), '.json')).map((bytes): object => JSON.parse(bytes.toString('utf8')));
  for (let i = 0; i < quarter('chat'); i++) {
    await file(inFolder('chat', i, 'json'), JSON.stringify({ ...chats[i % chats.length], id: `bench-${i}` }), `diapason-chat bench-${i}`);
  }
  const calls = await contentsOf(path.join(samples, 'phone'), '.vtt');
  const sidecars = (await contentsOf(path.join(samples, 'phone'), '.vtt.meta.json')).map((bytes): object => JSON.parse(bytes.toString('utf8')));
  for (let i = 0; i < quarter('vtt'); i++) {
    const name = inFolder('vtt', i, 'vtt');
    await file(name, calls[i % calls.length]!, `bench-calls bench-${i}`);
    await file(`${name}.meta.json`, JSON.stringify({ ...sidecars[i % sidecars.length], source: 'bench-calls', externalId: `bench-${i}` }));
  }
  await writeLines(path.join(folder, 'interactions.jsonl'), quarter('jsonl'), samples, written);
  return written;
}

const inFolder = (format: string, i: number, extension: string): string => `${format}/${Math.floor(i / PER_FOLDER)}/${i}.${extension}`;

async function writeLines(file: string, count: number, samples: string, written: { keys: Set<string>; files: number; megabytes: number }): Promise<void> {
  const interactions: Interaction[] = [];
  for await (const item of readPaths([samples])) if (item.kind === 'interaction') interactions.push(item.interaction);
  const out = await open(file, 'w');
  for (let i = 0; i < count; i++) {
    const line = `${JSON.stringify({ ...interactions[i % interactions.length]!, source: 'bench', externalId: `bench-${i}` })}\n`;
    await out.write(line);
    written.megabytes += Buffer.byteLength(line) / 1e6;
    written.keys.add(`bench bench-${i}`);
  }
  written.files++;
  await out.close();
}

/** Files of a folder whose names end so, in the order of names. */
async function contentsOf(folder: string, ending: string): Promise<Buffer[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();
  return Promise.all(names.map((name) => readFile(path.join(folder, name))));
}
