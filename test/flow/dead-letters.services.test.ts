import { ApiModule } from '#api';
import type { DeadLetterDetail, DeadLetterSummary, OutgoingMessage } from '#domain';
import { interactionIdOf } from '#domain';
import { encodeInteraction } from '#messaging';
import { AccessModule, createHttpApp } from '#runtime';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDiapason } from '../../apps/diapason/test/run-diapason.js';
import { ORGANISATION, testAnalyzer } from './analyzer.fixture.js';
import { Flow, brokers } from './flow.fixture.js';
import { interactions, nthInteraction } from './interactions.fixture.js';

const telex = { ...nthInteraction(201), channel: 'telex' };
const NO_TEXT = Buffer.from([0xff, 0xfe, 0x00, 0x80]);
const BAD: readonly OutgoingMessage[] = [
  { ...encodeInteraction(ORGANISATION, nthInteraction(200)), value: NO_TEXT },
  { key: null, headers: { trace: Buffer.from([0, 255]), 'content-type': 'application/json' }, value: Buffer.from(JSON.stringify(telex)) },
  encodeInteraction('autre', nthInteraction(202)),
  encodeInteraction(ORGANISATION, { ...nthInteraction(0), subject: 'Un autre contenu' }),
  { key: 'k', headers: {}, value: Buffer.from('{"source": ') },
];

describe.skipIf(brokers.length === 0)('dead letters', () => {
  let flow: Flow;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    flow = await Flow.open(1);
    await flow.produce(interactions(5));
    await flow.send(BAD);
    const root = testAnalyzer({ databaseUrl: flow.databaseUrl, kafka: flow.kafka });
    app = await createHttpApp({ ...root, imports: [...(root.imports ?? []), AccessModule.open(ORGANISATION), ApiModule.register({ organisationId: ORGANISATION })] }, { port: 0 });
    await flow.untilKept();
  });
  afterAll(async () => {
    await app.close();
    await flow.close();
  });

  const list = async (query = ''): Promise<readonly DeadLetterSummary[]> => (await app.inject(`/v1/dead-letters${query}`)).json().items;
  const read = async (id: string): Promise<DeadLetterDetail> => (await app.inject(`/v1/dead-letters/${id}`)).json();
  const post = (route: string, payload?: object, headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url: `/v1/dead-letters/${route}`, headers, ...(payload && { payload }) });
  const nth = async (n: number): Promise<string> => (await list()).toReversed()[n]!.id;
  const cli = async (...args: string[]) => runDiapason(['dead-letters', ...args, '--to', await app.getUrl()]);
  const journalled = async (type: string) => flow.rows<{ payload: object }>(`SELECT payload FROM journal WHERE type = 'dead-letter.${type}' ORDER BY position`);

  it('are listed, the latest first, with reason, source and time, by page and by filter', async () => {
    const all = await list();
    expect(all.map(({ reason }) => reason)).toEqual(['not_json', 'id_conflict', 'unknown_organisation', 'invalid_interaction', 'not_json']);
    expect(all.map(({ source }) => source)).toEqual([null, 'essai', 'essai', 'essai', 'essai']);
    expect(all.every(({ status, sentAt, buriedAt, settled }) => status === 'waiting' && sentAt <= buriedAt && settled === null)).toBe(true);
    const first = await app.inject('/v1/dead-letters?limit=2');
    const second = await app.inject(/<([^>]+)>/.exec(String(first.headers['link']))![1]!);
    expect([...first.json().items, ...second.json().items]).toEqual(all.slice(0, 4));
    expect(await list('?reason=id_conflict')).toEqual([all[1]]);
    expect(await list('?source=essai&status=waiting&limit=200')).toHaveLength(4);
    expect(await list('?to=2020-01-01')).toEqual([]);
    expect(await list(`?from=${all[0]!.buriedAt.slice(0, 4)}-01-01`)).toHaveLength(5);
    expect((await app.inject('/v1/dead-letters?cursor=bm9uZQ')).json()).toMatchObject({ code: 'invalid_cursor' });
  });

  it('are shown byte for byte', async () => {
    for (const [at, sent] of BAD.entries()) {
      const { key, value, headers } = await read(await nth(at));
      expect(key === null ? null : Buffer.from(key.base64, 'base64')).toEqual(sent.key === null ? null : Buffer.from(sent.key));
      expect(Buffer.from(value!.base64, 'base64')).toEqual(sent.value);
      const came = Object.fromEntries(headers.map(({ name, base64 }) => [name, Buffer.from(base64, 'base64')]));
      expect(came).toEqual(Object.fromEntries(Object.entries(sent.headers).map(([name, bytes]) => [name, Buffer.from(bytes)])));
    }
    expect((await read(await nth(0))).value!.text).toBeNull();
    expect((await read(await nth(4))).value!.text).toBe('{"source": ');
    expect((await app.inject('/v1/dead-letters/999999')).statusCode).toBe(404);
    expect((await app.inject('/v1/dead-letters/x')).json()).toMatchObject({ code: 'invalid_path' });
  });

  it('are not sent again as long as they would come back: what is wrong is told, and nothing changes', async () => {
    const before = await list();
    for (const [at, status, code, said] of [
      [0, 422, 'invalid_interaction', 'not_json'],
      [1, 422, 'invalid_interaction', '/channel'],
      [2, 422, 'invalid_interaction', 'autre'],
      [3, 409, 'id_conflict', 'revision'],
    ] as const) {
      const answer = await post(`${await nth(at)}/replay`);
      expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
      expect(answer.json().detail).toContain(said);
    }
    const wrong = await post(`${await nth(1)}/replay`, { interaction: { ...telex, channel: 'fax' } });
    expect(wrong.json()).toMatchObject({ code: 'invalid_body', errors: [{ pointer: '#/interaction/channel' }] });
    expect(await list()).toEqual(before);
  });

  it('are fixed and sent again exactly once, however often and however many at once', async () => {
    const id = await nth(1);
    const interaction = { ...telex, channel: 'chat' };
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(`${id}/replay`, { interaction })));
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    const interactionId = interactionIdOf(ORGANISATION, 'essai', 'chat-201');
    expect(answers[0]!.json()).toMatchObject({ id, status: 'replayed', settled: { interactionId, by: 'local' } });
    await expect.poll(async () => (await app.inject(`/v1/interactions/${interactionId}`)).statusCode, { timeout: 30_000 }).toBe(200);
    const again = await post(`${id}/replay`, { interaction });
    expect(again.body).toBe(answers[0]!.body);
    const other = await post(`${id}/replay`, { interaction: { ...interaction, subject: 'autre' } });
    expect(other.json()).toMatchObject({ status: 409, code: 'already_settled' });
    await flow.untilKept();
    expect(await journalled('replayed')).toEqual([{ payload: expect.objectContaining({ letterId: id, interactionId, corrected: true, by: 'local' }) }]);
    const analysed = await flow.rows(`SELECT 1 FROM journal WHERE type = 'interaction.analysed' AND payload->>'interactionId' = '${interactionId}'`);
    expect(analysed).toHaveLength(1);
  });

  it('that conflicted are sent again under a higher revision', async () => {
    const answer = await post(`${await nth(3)}/replay`, { interaction: { ...nthInteraction(0), subject: 'Un autre contenu', revision: 2 } });
    expect(answer.json()).toMatchObject({ status: 'replayed' });
    await expect.poll(() => flow.rows(`SELECT revision::int FROM interaction WHERE external_id = 'chat-0'`), { timeout: 30_000 }).toEqual([{ revision: 2 }]);
  });

  it('are discarded with a reason, once, by the version that was read', async () => {
    const id = await nth(4);
    const tag = String((await app.inject(`/v1/dead-letters/${id}`)).headers['etag']);
    expect((await app.inject({ url: `/v1/dead-letters/${id}`, headers: { 'if-none-match': tag } })).statusCode).toBe(304);
    expect((await post(`${id}/discard`, {})).json()).toMatchObject({ code: 'invalid_body', errors: [{ pointer: '#/reason' }] });
    expect((await post(`${id}/discard`, { reason: 'essai' }, { 'if-match': '"1-other"' })).json()).toMatchObject({ status: 412, code: 'precondition_failed' });
    const done = await post(`${id}/discard`, { reason: 'essai' }, { 'if-match': tag });
    expect(done.json()).toMatchObject({ status: 'discarded', settled: { note: 'essai' } });
    expect((await post(`${id}/discard`, { reason: 'essai' })).body).toBe(done.body);
    expect((await post(`${id}/discard`, { reason: 'autre' })).statusCode).toBe(409);
    // As it is it could not be read either: what was decided is told first.
    for (const body of [{ interaction: nthInteraction(203) }, undefined]) expect((await post(`${id}/replay`, body)).json()).toMatchObject({ code: 'already_settled' });
    expect(await journalled('discarded')).toEqual([{ payload: { letterId: id, reason: 'essai', by: 'local' } }]);
    expect(Buffer.from((await read(id)).value!.base64, 'base64')).toEqual(BAD[4]!.value);
  });

  it('that wait are counted for whoever watches', async () => {
    expect((await app.inject('/metrics')).body).toMatch(/^diapason_dead_letters_waiting 2$/m);
    expect(await list('?status=waiting')).toHaveLength(2);
  });

  it('are handled from the command line as well', async () => {
    const [raw, stranger] = [await nth(0), await nth(2)];
    const listed = await cli('list');
    expect(listed).toMatchObject({ code: 0, stderr: '' });
    expect(listed.stdout).toMatch(new RegExp(`${stranger} +à traiter .+unknown_organisation +essai`));
    const lines = (await cli('list', '--status', 'all', '--format', 'json')).stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(await list('?limit=200'));
    expect((await cli('show', raw)).stdout).toContain(`base64 ${BAD[0]!.value!.toString('base64')}`);
    expect((await cli('show', stranger, '--raw')).stdout).toBe(BAD[2]!.value!.toString());
    expect((await cli('show', stranger)).stdout).toContain('à faire  s’il est bien d’ici : show --raw');
    expect(await cli('show', 'abc')).toMatchObject({ code: 2, stderr: expect.stringContaining('Il faut un nombre') });
    expect(await cli('list', '--from', '2026-13-01')).toMatchObject({ code: 2, stderr: expect.stringContaining('#/from') });

    expect(await cli('replay', stranger)).toMatchObject({ code: 1, stderr: expect.stringContaining('unknown_organisation') });
    const folder = await mkdtemp(path.join(tmpdir(), 'diapason-test-letters-'));
    const file = path.join(folder, 'message.json');
    await writeFile(file, '{"source": "essai",\n "externalId": }');
    expect(await cli('replay', stranger, '--file', file)).toMatchObject({ code: 2, stderr: `diapason : --file : ${file}:2:16 : ce n’est pas du JSON valable.\n` });
    await writeFile(file, BAD[2]!.value!);
    const replayed = await cli('replay', stranger, '--file', file);
    expect(replayed).toMatchObject({ code: 0, stdout: expect.stringContaining(interactionIdOf(ORGANISATION, 'essai', 'chat-202')) });
    expect(await cli('replay', stranger, '--file', file)).toEqual(replayed);
    await rm(folder, { recursive: true });

    expect(await cli('discard', raw)).toMatchObject({ code: 2, stderr: expect.stringContaining('--reason') });
    expect(await cli('discard', raw, '--reason', 'illisible')).toMatchObject({ code: 0, stdout: `Message ${raw} écarté : illisible\n` });
    expect(await cli('replay', raw)).toMatchObject({ code: 1, stderr: expect.stringContaining('a déjà été écarté') });
    expect(await cli('show', '424242')).toMatchObject({ code: 2, stderr: 'diapason : Message mis de côté introuvable.\n' });
  });

  it('of nobody known are shown only while there is nobody else whose they could be', async () => {
    await flow.rows(`INSERT INTO organisation (organisation_id, name, time_zone, settings) VALUES ('autre-maison', 'Autre', 'Europe/Paris', '{}')`);
    expect((await list()).map(({ reason }) => reason)).not.toContain('unknown_organisation');
    await flow.rows(`DELETE FROM organisation WHERE organisation_id = 'autre-maison'`);
    expect((await list()).map(({ reason }) => reason)).toContain('unknown_organisation');
  });
});
