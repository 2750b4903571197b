import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPaths, type PathsProgress } from '../src/import-file/import-paths.js';
import { InteractionPublisher } from '../src/publish-interactions/interaction-publisher.js';
import { chat, startTestIngest, type TestIngest } from './ingest-fixture.js';

let ingest: TestIngest;
beforeAll(async () => (ingest = await startTestIngest()));
afterAll(async () => ingest?.close());

async function post(query: string, body: string | Buffer | FormData, headers: Record<string, string> = {}) {
  const response = await fetch(`${ingest.url}/v1/imports${query}`, { method: 'POST', headers, body: typeof body === 'string' || body instanceof FormData ? body : new Uint8Array(body) });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}
const json = async (...request: Parameters<typeof post>) => {
  const { status, text } = await post(...request);
  return { status, body: JSON.parse(text) };
};

const MAIL = 'From: sav@maison-exemple.fr\r\nTo: a@b.example\r\nDate: Mon, 07 Sep 2026 09:12:33 +0200\r\nMessage-ID: <un@x>\r\n\r\nBonjour';
const CALL = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Agent>Bonjour\n';

describe('POST /v1/imports', () => {
  it('takes in a file that is the body itself, whatever media type it goes by', async () => {
    for (const type of ['message/rfc822', 'application/octet-stream', 'application/json']) {
      const { status, body } = await json('', MAIL, { 'content-type': type });
      expect([status, body.accepted + body.duplicates]).toEqual([200, 1]);
    }
    expect(await ingest.kept('mailbox', 'un@x')).toMatchObject({ revision: 1 });
  });

  it('takes in a file of a form, with metadata before or after it', async () => {
    const metadata = JSON.stringify({ startedAt: '2026-09-07T09:00:00+02:00', speakers: { Agent: { role: 'agent', ref: 'a-1' } } });
    for (const [i, order] of [['metadata', 'file'], ['file', 'metadata']].entries()) {
      const form = new FormData();
      for (const name of order) {
        if (name === 'file') form.set('file', new Blob([CALL]), `appel-${i}.vtt`);
        else form.set('metadata', metadata);
      }
      expect(await json('', form)).toMatchObject({ status: 200, body: { accepted: 1, refused: [] } });
      expect(await ingest.kept('webvtt', `appel-${i}`)).not.toBeNull();
    }
  });

  it('takes in any JSON with a mapping, before or after the file, and says what is wrong with one', async () => {
    const mapping = 'mapping: 1\nsource: maison\nid: $.ref\nchannel: chat\nturns: { list: $.fil, text: $.dit, role: $.qui, time: { path: $.a, unit: epoch-s } }\n';
    for (const [i, order] of [['mapping', 'file'], ['file', 'mapping']].entries()) {
      const form = new FormData();
      for (const name of order) {
        if (name === 'file') form.set('file', new Blob([JSON.stringify({ ref: `m-${i}`, fil: [{ dit: 'Bonjour', qui: 'agent', a: 1_788_940_800 }] })]), 'export.json');
        else form.set('mapping', mapping);
      }
      expect(await json('', form)).toMatchObject({ status: 200, body: { accepted: 1, refused: [] } });
      expect(await ingest.kept('maison', `m-${i}`)).not.toBeNull();
    }
    const wrong = new FormData();
    wrong.set('mapping', mapping.replace('id: $.ref', 'id: ref'));
    wrong.set('file', new Blob(['{}']), 'export.json');
    expect(await json('', wrong)).toMatchObject({ status: 422, body: { code: 'unprocessable', detail: expect.stringContaining('mapping:3:5') } });
  });

  it('takes in what is good of a file of many, and says what is not', async () => {
    const lines = [chat('l1'), { ...chat('l2'), channel: 'fax' }, chat('l1'), chat('l1', { subject: 'autre' }), chat('l5')];
    const { status, body } = await json('?fileName=export.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'), { 'content-type': 'application/x-ndjson' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ accepted: 2, duplicates: 1, refusedCount: 2 });
    expect(body.refused.map(({ place, reason }: { place: string; reason: string }) => [place, reason])).toEqual([
      ['ligne 2', 'invalid_interaction'],
      ['ligne 4', 'id_conflict'],
    ]);
  });

  it('takes in JSON lines of a form while they arrive', async () => {
    const form = new FormData();
    form.set('file', new Blob([Array.from({ length: 300 }, (_, i) => JSON.stringify(chat(`f${i}`))).join('\n')]), 'export.jsonl');
    form.set('format', 'after the file: too late to matter');
    expect(await json('', form)).toMatchObject({ status: 200, body: { accepted: 300, refusedCount: 0 } });
    expect((await json('', form)).body.duplicates).toBe(300);
  });

  it('tells how it goes, line by line, when asked to', async () => {
    const lines = Array.from({ length: 450 }, (_, i) => JSON.stringify(chat(`m${i}`)));
    const { type, text } = await post('?fileName=export.jsonl', [...lines, '{}'].join('\n'), { accept: 'application/x-ndjson', 'content-type': 'application/x-ndjson' });
    expect(type).toBe('application/x-ndjson');
    const told = text.trimEnd().split('\n').map((line) => JSON.parse(line));
    // Reading goes on while a chunk is on its way: where among the progress a refusal stands is a matter of luck.
    expect([told.length, told.filter((line) => line.type === 'progress').length]).toEqual([5, 3]);
    expect(told.at(-1)).toEqual({ type: 'done', accepted: 450, duplicates: 0, refused: 1, formats: [{ format: 'canonical', accepted: 450, duplicates: 0, refused: 1 }] });
    expect(told.find((line) => line.type === 'refused')).toMatchObject({ place: 'ligne 451', reason: 'invalid_interaction' });
  });

  it.each([
    ['a format nobody knows', '', 'Bonjour', 422, 'unsupported_format'],
    ['a call without a date', '?fileName=a.vtt', CALL, 422, 'unreadable_file'],
    ['a file that is not what it is said to be', '?format=whisper', CALL, 422, 'unreadable_file'],
    ['a format name nobody knows', '?format=fax', CALL, 400, 'invalid_query'],
    ['nothing', '', '', 422, 'unreadable_file'],
  ])('refuses %s by a problem', async (_, query, body, status, code) => {
    expect(await json(query, body)).toMatchObject({ status, body: { code } });
  });

  it('refuses a body beyond the limit', async () => {
    expect((await json('', Buffer.alloc(26 * 1024 * 1024, 'x'))).body).toMatchObject({ status: 413, code: 'payload_too_large' });
  });

  it('refuses a form whose file is beyond the limit', async () => {
    const form = new FormData();
    form.set('file', new Blob([Buffer.alloc(26 * 1024 * 1024, 'x')]), 'a.eml');
    expect((await json('', form)).body).toMatchObject({ status: 413, code: 'payload_too_large' });
  });

  it('refuses a form without a file', async () => {
    const form = new FormData();
    form.set('format', 'eml');
    expect((await json('', form)).body).toMatchObject({ status: 400, code: 'invalid_body' });
  });

  it('says that it was cut off when the stream takes no more, to a client that is still sending', async () => {
    ingest.broken.now = true;
    const many = Array.from({ length: 60_000 }, (_, i) => JSON.stringify(chat(`y${i}`))).join('\n');
    expect(await json('?fileName=a.jsonl', many)).toMatchObject({ status: 503 });
    const plain = await json('?fileName=a.jsonl', JSON.stringify(chat('z1')));
    const lines = await post('?fileName=a.jsonl', JSON.stringify(chat('z1')), { accept: 'application/x-ndjson' });
    ingest.broken.now = false;
    expect(plain).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(JSON.parse(lines.text)).toMatchObject({ type: 'failed', problem: { code: 'unavailable' } });
    expect((await json('?fileName=a.jsonl', JSON.stringify(chat('z1')))).body.accepted).toBe(1);
  });
});

describe('importPaths', () => {
  const samples = fileURLToPath(new URL('../../../samples', import.meta.url));
  const run = async (onProgress?: (progress: PathsProgress) => void) => {
    const publisher = ingest.app.get(InteractionPublisher);
    return importPaths([samples], { publish: (interactions) => publisher.publish(interactions), onProgress });
  };

  it('takes the samples in once, all of them, and tells how far it is', async () => {
    const told: PathsProgress[] = [];
    const first = await run((progress) => told.push(progress));
    expect(first.refused).toEqual([]);
    expect(first.accepted).toBeGreaterThanOrEqual(60);
    expect(told.at(-1)).toMatchObject({ accepted: first.accepted, refused: 0, done: told.at(-1)!.total });
    expect(await run()).toMatchObject({ accepted: 0, duplicates: first.accepted });
  });

  it('knows every agent and customer of the samples', async () => {
    const arrived = ingest.arrived.map(({ interaction }) => interaction).filter(({ externalId }) => /^(?:chat|mail|appel)-\d{4}|@/.test(externalId));
    const people = arrived.flatMap(({ participants }) => participants);
    const agents = new Set(people.flatMap(({ role, ref }) => (role === 'agent' && ref !== undefined ? [ref] : [])));
    const directory = JSON.parse(await readFile(`${samples}/directory.json`, 'utf8'));
    const known: string[] = directory.agents.map(({ ref }: { ref: string }) => ref);
    expect(agents.size).toBeGreaterThan(0);
    expect([...agents].filter((ref) => ref.startsWith('a-') && !known.includes(ref))).toEqual([]);
    expect(ingest.arrived.filter(({ interaction }) => interaction.participants.every(({ role }) => role !== 'agent' && role !== 'customer'))).toEqual([]);
  });
});
