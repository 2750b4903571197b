import { STRICT_SETTINGS } from '#domain';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi(STRICT_SETTINGS);
});
afterAll(() => api.stop());

const problemOf = async (address: string) => {
  const answer = await api.get(address);
  expect(answer.headers['content-type']).toBe('application/problem+json');
  return JSON.parse(answer.text);
};

describe('a mistaken request', () => {
  it.each([
    ['/v1/interactions?chanel=email', '#/chanel', 'channel'],
    ['/v1/findings?severty=major', '#/severty', 'severity'],
    ['/v1/reports/agents?form=2026-01-01', '#/form', 'from'],
    ['/v1/organisation?x=1', '#/x', 'inconnu'],
    ['/v1/interactions?limit=0', '#/limit', '1'],
    ['/v1/interactions?limit=201', '#/limit', '200'],
    ['/v1/interactions?limit=ten', '#/limit', 'nombre'],
    ['/v1/interactions?channel=fax', '#/channel', '"email"|"chat"|"phone"'],
    ['/v1/interactions?channel=email&channel=chat', '#/channel', ''],
    ['/v1/interactions?from=2026-02-30', '#/from', 'date'],
    ['/v1/reports/rules?format=xml', '#/format', 'csv'],
    ['/v1/findings?interaction=42', '#/interaction', 'UUID'],
    ['/v1/findings?agent=%00', '#/agent', ''],
  ])('is told where and what: %s', async (address, pointer, words) => {
    const problem = await problemOf(address);
    expect(problem).toMatchObject({ status: 400, code: 'invalid_query', errors: [{ pointer }] });
    expect(problem.errors[0].detail).toContain(words);
  });

  it.each([
    ['/v1/interactions?from=0000-01-01', '#/from', 'année 0'],
    ['/v1/reports/channels?from=2026-02-02&to=2026-02-01', '#/to', 'précède'],
  ])('is well formed, and cannot be: %s', async (address, pointer, words) => {
    const problem = await problemOf(address);
    expect(problem).toMatchObject({ status: 422, code: 'unprocessable', errors: [{ pointer }] });
    expect(problem.errors[0].detail).toContain(words);
  });

  it.each(['x', 'bm90IGEgY3Vyc29y', '%F0%9F%8E%BB'])('has a cursor of no page: %s', async (cursor) => {
    for (const list of ['interactions', 'findings']) {
      expect(await problemOf(`/v1/${list}?cursor=${cursor}`)).toMatchObject({ status: 422, code: 'invalid_cursor' });
    }
  });

  it.each([
    ['/v1/interactions', 'GET, HEAD'],
    ['/v1/reports/agents', 'GET, HEAD'],
    ['/openapi.json', 'GET, HEAD'],
  ])('uses a method that %s does not have', async (address, allow) => {
    const answer = await request(api.app.getHttpServer()).delete(address);
    expect([answer.status, answer.headers['allow']]).toEqual([405, allow]);
    expect(JSON.parse(answer.text).code).toBe('method_not_allowed');
  });

  it('asks for what is not there', async () => {
    expect(await problemOf('/v1/interaction')).toMatchObject({ status: 404, code: 'unknown_route' });
    expect(await problemOf('/v1/findings/not-a-uuid')).toMatchObject({ status: 400, code: 'invalid_path', errors: [{ pointer: '#/id' }] });
  });
});

it('answers empty lists and reports before anything was taken in', async () => {
  expect((await api.get('/v1/interactions')).body).toEqual({ items: [], next: null });
  for (const report of ['agents', 'channels']) expect((await api.get(`/v1/reports/${report}`)).body.rows).toEqual([]);
  expect((await api.get('/v1/reports/rules')).status).toBe(200);
});
