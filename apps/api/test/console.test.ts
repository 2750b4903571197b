import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DynamicModule, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp, HealthModule, setLogLevel } from '#runtime';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API_SETTINGS, type ApiSettings } from '../src/api-settings.js';
import { ConsoleController } from '../src/console/console.controller.js';

@Module({})
class PagesModule {
  static of(settings: ApiSettings): DynamicModule {
    const providers = [{ provide: API_SETTINGS, useValue: settings }];
    return { module: PagesModule, imports: [HealthModule], controllers: [ConsoleController], providers };
  }
}

const folder = mkdtempSync(path.join(tmpdir(), 'diapason-console-'));
const built = path.join(folder, 'console');
let app: NestFastifyApplication;
let bare: NestFastifyApplication;
beforeAll(async () => {
  setLogLevel('silent');
  mkdirSync(path.join(built, 'assets'), { recursive: true });
  writeFileSync(path.join(built, 'index.html'), '<!doctype html><title>Diapason</title>');
  writeFileSync(path.join(built, 'assets/index-abc123.js'), 'export {};');
  writeFileSync(path.join(built, 'favicon.svg'), '<svg/>');
  writeFileSync(path.join(folder, 'secret.txt'), 'sésame');
  app = await createHttpApp(PagesModule.of({ organisationId: 'o', consoleDir: built }));
  bare = await createHttpApp(PagesModule.of({ organisationId: 'o', consoleDir: path.join(folder, 'nowhere') }));
});
afterAll(async () => {
  await Promise.all([app.close(), bare.close()]);
  rmSync(folder, { recursive: true });
});

const open = (address: string, accept = 'text/html,*/*;q=0.8') => request(app.getHttpServer()).get(address).set('Accept', accept);

describe('the console’s files', () => {
  it.each(['/', '/agents', '/interactions/42?tour=2', '/agents/c.roux@maison.example'])('are one page at %s', async (address) => {
    const answer = await open(address);
    expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('Diapason')]);
    expect(answer.headers['cache-control']).toBe('no-cache');
    expect(answer.headers['content-security-policy']).toMatch(/script-src 'self'(;|$)/);
  });

  it('keep for ever what has a hash in its name, and ask again for the rest', async () => {
    const script = await open('/assets/index-abc123.js', '*/*');
    expect(script.headers['content-type']).toMatch(/javascript/);
    expect(script.headers['cache-control']).toContain('immutable');
    const icon = await open('/favicon.svg', 'image/*');
    expect([icon.status, icon.headers['cache-control']]).toEqual([200, 'no-cache']);
    expect((await open('/favicon.svg').set('If-None-Match', icon.headers['etag']!)).status).toBe(304);
  });

  it.each([
    ['a missing asset', '/assets/gone.js'],
    ['an unknown resource', '/v1/nope'],
    ['an unknown health page', '/health/nope'],
    ['a folder', '/assets/'],
  ])('are a problem, not a page, for %s', async (_what, address) => {
    const answer = await open(address);
    expect([answer.status, answer.headers['content-type']]).toEqual([404, 'application/problem+json']);
  });

  it.each(['/..%2fsecret.txt', '/assets/..%2f..%2fsecret.txt', '/assets/%2e%2e/%2e%2e/secret.txt'])(
    'are only those of the console: %s',
    async (address) => {
      expect((await open(address)).text).not.toContain('sésame');
      expect((await open(address, '*/*')).status).toBe(404);
    },
  );

  it.each(['*/*', 'application/json'])('are the page at / whatever is asked for: %s', async (accept) => {
    expect((await open('/', accept)).text).toContain('Diapason');
    const head = await request(app.getHttpServer()).head('/').set('Accept', accept);
    expect([head.status, head.headers['content-type']]).toEqual([200, expect.stringContaining('text/html')]);
  });

  it('are no answer to a program', async () => {
    expect((await open('/agents', 'application/json')).status).toBe(404);
    expect((await request(app.getHttpServer()).post('/agents')).status).toBe(404);
  });

  it('are explained in words when they are not built', async () => {
    const answer = await request(bare.getHttpServer()).get('/').set('Accept', 'text/html');
    expect([answer.status, answer.headers['content-type']]).toEqual([503, 'text/plain; charset=utf-8']);
    expect(answer.text).toContain('npm run build');
  });
});
