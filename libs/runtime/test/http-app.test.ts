import { once } from 'node:events';
import net from 'node:net';
import { Body, Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AllowAnyone, createHttpApp, HealthContributors, HealthModule, ProblemException, setLogLevel } from '#runtime';

const tuning = z.object({ note: z.enum(['la', 'sol']), turns: z.array(z.strictObject({ text: z.string() })).default([]) }).strict();
const listing = z
  .strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50), channel: z.string().optional() })
  .refine(({ limit, channel }) => limit < 100 || channel !== undefined, { path: ['limit'], error: 'Un canal, ou moins · A channel, or less' });

@AllowAnyone()
@Controller('v1/tunings')
class TuningController {
  @Get()
  list(@Query({ schema: listing }) query: z.infer<typeof listing>) {
    return query;
  }
  @Post()
  add(@Body({ schema: tuning }) body: z.infer<typeof tuning>) {
    return body;
  }
  @Post('scales')
  scale() {
    return {};
  }
  @Get(':id')
  read(@Param('id', { schema: z.uuid() }) id: string) {
    if (id.startsWith('0')) throw new ProblemException(404, 'not_found', { fr: 'Rien.', en: 'Nothing.' });
    if (id.startsWith('2')) return once(net.connect(1, '127.0.0.1'), 'connect');
    throw new Error('password=hunter2');
  }
}
@Module({ imports: [HealthModule], controllers: [TuningController] })
class TuningModule {}

let app: NestFastifyApplication;
const http = () => request(app.getHttpServer());
const PROBLEM = 'application/problem+json';

beforeAll(async () => {
  setLogLevel('silent');
  app = await createHttpApp(TuningModule, { port: 0, bodyLimit: 2048 });
});
afterAll(() => app.close());

describe('problem documents', () => {
  it('tell a body’s fields by JSON Pointer, in French', async () => {
    const answer = await http().post('/v1/tunings').send({ note: 'mi', turns: [{ text: 1 }] });
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toBe(PROBLEM);
    expect(answer.headers['content-language']).toBe('fr');
    expect(JSON.parse(answer.text)).toMatchObject({
      type: '/problems/invalid_body',
      title: 'Corps de requête invalide',
      status: 400,
      code: 'invalid_body',
      instance: '/v1/tunings',
      requestId: answer.headers['x-request-id'],
      errors: [{ pointer: '#/note', detail: expect.stringContaining('la') }, { pointer: '#/turns/0/text' }],
    });
  });

  it('and in English when asked', async () => {
    const answer = await http().post('/v1/tunings').set('Accept-Language', 'en-GB,fr;q=0.5').send({ note: 'mi' });
    expect(JSON.parse(answer.text)).toMatchObject({ title: 'Invalid request body', errors: [{ detail: expect.stringContaining('expected') }] });
    expect(answer.headers['vary']).toBe('Accept-Language');
  });

  it('name the nearest known key, at any depth', async () => {
    const query = await http().get('/v1/tunings?channell=chat');
    expect(query.status).toBe(400);
    expect(JSON.parse(query.text).errors).toEqual([
      { pointer: '#/channell', detail: '« channell » est inconnu. Vouliez-vous dire « channel » ? Connus : limit, channel.' },
    ]);
    const body = await http().post('/v1/tunings').send({ note: 'la', turns: [{ text: 'a', txet: 'b' }] });
    expect(JSON.parse(body.text).errors[0]).toMatchObject({
      pointer: '#/turns/0/txet',
      detail: expect.stringContaining('« text »'),
    });
  });

  it.each([
    ['broken JSON', () => http().post('/v1/tunings').type('json').send('{"note":\n "la",}'), 400, 'invalid_json'],
    ['no JSON at all', () => http().post('/v1/tunings').type('json').send(''), 400, 'invalid_json'],
    ['a poisoned key', () => http().post('/v1/tunings').type('json').send('{"__proto__":{"a":1}}'), 400, 'invalid_json'],
    ['a body over the limit', () => http().post('/v1/tunings').send({ note: 'x'.repeat(3000) }), 413, 'payload_too_large'],
    ['an unknown media type', () => http().post('/v1/tunings').type('text/plain').send('la'), 415, 'unsupported_media_type'],
    ['a form', () => http().post('/v1/tunings').type('form').send({ note: 'la' }), 415, 'unsupported_media_type'],
    ['a path parameter', () => http().get('/v1/tunings/nope'), 400, 'invalid_path'],
    ['a query value', () => http().get('/v1/tunings?limit=201'), 400, 'invalid_query'],
    ['values that do not go together', () => http().get('/v1/tunings?limit=150'), 422, 'unprocessable'],
    ['a thing that is not there', () => http().get('/v1/tunings/01890a5d-ac96-774b-bcce-b302099a8057'), 404, 'not_found'],
    ['an unknown address', () => http().get('/v2/tunings'), 404, 'unknown_route'],
    ['another method', () => http().delete('/v1/tunings'), 405, 'method_not_allowed'],
    ['another method, without the type of its body', () => http().unlock('/v1/tunings'), 405, 'method_not_allowed'],
    ['an address that only looks like an id', () => http().get('/v1/tunings/scales'), 405, 'method_not_allowed'],
    ['a badly encoded address', () => http().get('/v1/tunings/%E0%A4%A'), 400, 'invalid_path'],
    ['a very long segment', () => http().get(`/v1/tunings/${'a'.repeat(2000)}`), 414, 'uri_too_long'],
    ['another site’s form', () => http().post('/v1/tunings').set('Sec-Fetch-Site', 'cross-site').send({}), 403, 'forbidden'],
    ['a rebound name', () => http().get('/v1/tunings').set('Host', 'evil.example'), 421, 'misdirected_request'],
    ['a failure of ours', () => http().get('/v1/tunings/11890a5d-ac96-774b-bcce-b302099a8057'), 500, 'internal'],
    ['a database that is away', () => http().get('/v1/tunings/21890a5d-ac96-774b-bcce-b302099a8057'), 503, 'unavailable'],
  ])('answer %s', async (_what, send, status, code) => {
    const answer = await send();
    expect([answer.status, answer.headers['content-type']]).toEqual([status, PROBLEM]);
    expect(JSON.parse(answer.text)).toMatchObject({ status, code });
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.text).not.toMatch(/hunter2|\.ts:|node_modules/);
  });

  it('name the methods that an address has', async () => {
    expect((await http().delete('/v1/tunings')).headers['allow']).toBe('GET, HEAD, POST');
    expect((await http().post('/v1/tunings/1')).headers['allow']).toBe('GET, HEAD');
    expect((await http().get('/v1/tunings/scales')).headers['allow']).toBe('POST');
  });

  it('point at the line of broken JSON', async () => {
    const answer = await http().post('/v1/tunings').type('json').send('{"note":\n "la",}');
    expect(JSON.parse(answer.text).detail).toBe('JSON illisible à la ligne 2, colonne 7.');
  });

  it.each([['{"a":', 6], ['x', 1], ['{bad', 2], ['{"a":tru}', 6]])('point at the column of %j', async (body, column) => {
    const answer = JSON.parse((await http().post('/v1/tunings').type('json').send(body)).text);
    expect(answer).toMatchObject({ code: 'invalid_json', detail: `JSON illisible à la ligne 1, colonne ${column}.` });
  });

  it('say what is expected in plain words', async () => {
    const query = await http().get('/v1/tunings?limit=abc');
    expect(JSON.parse(query.text).errors).toEqual([{ pointer: '#/limit', detail: 'un nombre entier de 1 à 200 attendu' }]);
    const body = await http().post('/v1/tunings').send({ turns: [{}] });
    expect(JSON.parse(body.text).errors).toEqual([
      { pointer: '#/note', detail: 'obligatoire' },
      { pointer: '#/turns/0/text', detail: 'obligatoire' },
    ]);
  });

  it('answer what is not HTTP on the socket', async () => {
    const port = Number(new URL(await app.getUrl()).port);
    const text = await new Promise<string>((resolve, reject) => {
      let received = '';
      const socket = net.connect(port, '127.0.0.1', () => socket.write('GARBAGE\r\n\r\n'));
      socket.on('data', (chunk: Buffer) => (received += chunk.toString()));
      socket.on('close', () => resolve(received)).on('error', reject);
    });
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(text).toContain(PROBLEM);
  });
});

describe('every answer', () => {
  it('has a request id: the caller’s when it is safe, else a new one', async () => {
    expect((await http().get('/v1/tunings').set('X-Request-Id', 'abc-1')).headers['x-request-id']).toBe('abc-1');
    expect((await http().get('/v1/tunings').set('X-Request-Id', 'a b')).headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
  });

  it('fills defaults by the schema', async () => {
    expect((await http().get('/v1/tunings')).body).toEqual({ limit: 50 });
  });
});

const write = (headers: Record<string, string>) => http().post('/v1/tunings').set(headers).send({ note: 'la' });

describe('the door', () => {
  it('lets programs and its own pages write, and pages from elsewhere not', async () => {
    const { host } = new URL(await app.getUrl());
    expect((await write({})).status).toBe(201);
    expect((await write({ 'Sec-Fetch-Site': 'same-origin', Origin: 'http://localhost:5173' })).status).toBe(201);
    expect((await write({ Origin: `http://${host}` })).status).toBe(201);
    expect((await write({ 'Sec-Fetch-Site': 'same-site' })).status).toBe(403);
    expect((await write({ Origin: 'http://evil.example' })).status).toBe(403);
    expect((await write({ Origin: 'null' })).status).toBe(403);
  });

  it('knows the names that an operator gives, on every interface', async () => {
    const wide = await createHttpApp(TuningModule, { host: '0.0.0.0', allowedHosts: ['diapason.maison.example'] });
    const status = async (host: string) => (await request(wide.getHttpServer()).get('/v1/tunings').set('Host', host)).status;
    expect(await status('diapason.maison.example:8443')).toBe(200);
    expect(await status('127.0.0.1:4646')).toBe(200);
    expect(await status('evil.example')).toBe(421);
    await wide.close();
  });
});

it('says in words that the port is taken', async () => {
  const port = Number(new URL(await app.getUrl()).port);
  await expect(createHttpApp(TuningModule, { port })).rejects.toThrow(`Le port ${port} de 127.0.0.1 est déjà pris`);
});

it('serves the catalogue that `type` points to', async () => {
  expect((await http().get('/problems/invalid_query')).body).toMatchObject({ status: 400, type: '/problems/invalid_query' });
  expect((await http().get('/problems')).body.items.length).toBeGreaterThan(15);
  expect((await http().get('/problems/nope')).status).toBe(404);
});

describe('health', () => {
  it('is live, measured, and ready only while every contributor is well', async () => {
    let trouble: string | null = null;
    app.get(HealthContributors).add('base', async () => trouble);
    expect((await http().get('/health/live')).body).toEqual({ status: 'ok' });
    expect((await http().get('/health/ready')).status).toBe(200);
    trouble = 'connexion refusée';
    const red = await http().get('/health/ready');
    expect(red.status).toBe(503);
    expect(red.body).toEqual({ status: 'trouble', checks: { base: { status: 'trouble', trouble: 'connexion refusée' } } });
    const metrics = await http().get('/metrics');
    expect(metrics.text).toContain('http_request_duration_seconds_count{method="GET",route="/health/ready",status="503"} 1');
    expect(metrics.text).not.toContain('01890a5d');
  });

  it('counts an exception and silence as troubles, and refuses a name twice', async () => {
    const contributors = new HealthContributors();
    contributors.add('a', () => Promise.reject(new Error('cassé')));
    contributors.add('b', () => new Promise(() => {}));
    const { checks, status } = await contributors.report();
    expect([status, checks['a']!.trouble]).toEqual(['trouble', 'cassé']);
    expect(checks['b']!.trouble).toContain('pas de réponse');
    expect(() => contributors.add('a', async () => null)).toThrow('already');
  });
});
