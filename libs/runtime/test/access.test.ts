import { Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Actor } from '#domain';
import { AccessModule, ActorSource, Allow, AllowAnyone, AllowForAllTeams, createHttpApp, CurrentActor, HealthModule, setLogLevel } from '#runtime';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

@Controller('v1')
class ToneController {
  @AllowAnyone()
  @Get('hello')
  hello() {
    return {};
  }
  @Allow('coach', 'ingest:write')
  @Get('notes')
  notes(@CurrentActor() actor: Actor) {
    return { id: actor.id };
  }
  @AllowForAllTeams('coach')
  @Get('everything')
  everything() {
    return {};
  }
  @Get('forgotten')
  forgotten() {
    return {};
  }
  @AllowAnyone()
  @Get('nobody')
  nobody(@CurrentActor() actor: Actor) {
    return actor;
  }
}

const someone = (id: string, change: Partial<Actor>): Actor => ({ kind: 'account', id, name: id, organisationId: 'o', roles: [], scopes: [], teams: ['nord'], ...change });
const KNOWN: Readonly<Record<string, Actor>> = {
  coach: someone('coach', { roles: ['coach'] }),
  head: someone('head', { roles: ['coach', 'admin'], teams: 'all' }),
  script: someone('script', { kind: 'key', scopes: ['ingest:write'] }),
  dpo: someone('dpo', { roles: ['dpo'], teams: 'all' }),
};

@Module({ imports: [HealthModule], controllers: [ToneController] })
class ToneModule {}
@Module({ imports: [ToneModule, AccessModule.from({ provide: ActorSource, useValue: { actorOf: async ({ key, session }) => KNOWN[key ?? session ?? ''] ?? null, isOpen: async () => false } satisfies ActorSource })] })
class KnowingModule {}

let app: NestFastifyApplication;
let careless: NestFastifyApplication;
beforeAll(async () => {
  setLogLevel('silent');
  [app, careless] = [await createHttpApp(KnowingModule), await createHttpApp(ToneModule)];
});
afterAll(() => Promise.all([app.close(), careless.close()]));

const get = (path: string, headers: Record<string, string> = {}, server = app) => request(server.getHttpServer()).get(path).set(headers);
const as = (name: string) => ({ authorization: `Bearer ${name}` });

describe('the guard', () => {
  it.each([
    ['/v1/hello', {}, 200],
    ['/health/live', {}, 200],
    ['/problems', {}, 200],
    ['/v1/notes', {}, 401],
    ['/v1/notes', as('stranger'), 401],
    ['/v1/notes', { authorization: 'Basic Y29hY2g6eA==' }, 401],
    ['/v1/notes', as('coach'), 200],
    ['/v1/notes', { cookie: 'a=b; diapason=coach' }, 200],
    ['/v1/notes', { cookie: '__Host-diapason=coach' }, 200],
    ['/v1/notes', { cookie: 'diapason=' }, 401],
    ['/v1/notes', as('script'), 200],
    ['/v1/notes', as('dpo'), 403],
    ['/v1/everything', as('coach'), 403],
    ['/v1/everything', as('head'), 200],
    ['/v1/forgotten', {}, 401],
    ['/v1/forgotten', as('head'), 403],
  ])('answers %s with %j by %i', async (path, headers, status) => {
    expect((await get(path, headers)).status).toBe(status);
  });

  it('tells the handler who asks', async () => {
    expect((await get('/v1/notes', as('coach'))).body).toEqual({ id: 'coach' });
    expect((await get('/v1/nobody', as('coach'))).status).toBe(500);
  });

  it('says how to sign in, and what is missing', async () => {
    const none = await get('/v1/notes');
    expect(none.headers['www-authenticate']).toBe('Bearer realm="diapason"');
    expect(JSON.parse(none.text)).toMatchObject({ code: 'unauthorised', status: 401 });
    expect((await get('/v1/notes', as('stranger'))).headers['www-authenticate']).toBe('Bearer realm="diapason", error="invalid_token"');
    expect(JSON.parse((await get('/v1/notes', as('dpo'))).text)).toMatchObject({ code: 'forbidden', detail: 'Il faut l’un de ces droits : coach, ingest:write. Vous avez : dpo.' });
    expect(JSON.parse((await get('/v1/everything', as('coach'))).text).detail).toContain('toutes les équipes');
  });

  it('knows nobody in an application that forgot to say who asks', async () => {
    const statuses = await Promise.all(['/v1/hello', '/v1/notes', '/v1/forgotten'].map(async (path) => (await get(path, as('head'), careless)).status));
    expect(statuses).toEqual([200, 401, 401]);
  });
});
