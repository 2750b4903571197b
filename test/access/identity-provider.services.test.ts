import { type DynamicModule, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule, describeApi } from '#api';
import { STRICT_SETTINGS } from '#domain';
import { AccessModule, createHttpApp, setLogLevel } from '#runtime';
import { AccountRepository, DirectoryRepository, OrganisationRepository, StorageModule } from '#storage';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestDatabase } from '../support/postgres.js';
import { freePort } from '../support/free-port.js';
import { CLIENT, type ProviderPerson, startIdentityProvider, TestBrowser } from './identity-provider.js';

@Module({})
class TestModule {}

const organisationId = 'maison';
const people: Record<string, ProviderPerson> = {
  lea: { email: 'Lea@maison.example', email_verified: true, name: 'Léa Exemple', groups: ['chefs', 'autre'], teams: ['nord'] },
  max: { email: 'max@maison.example', email_verified: true, name: 'Max Exemple', groups: ['autre'] },
  eve: { email: 'dominique@maison.example', email_verified: false, name: 'Ève', groups: ['chefs'], teams: ['*'] },
  dom: { email: 'dominique@maison.example', email_verified: true, name: 'Dominique', groups: ['admins'], teams: ['*'] },
};

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let provider: Awaited<ReturnType<typeof startIdentityProvider>>;
let app: NestFastifyApplication;
let publicUrl: string;

beforeAll(async () => {
  setLogLevel('silent');
  database = await createTestDatabase(inject('postgresUrl'));
  const port = await freePort();
  publicUrl = `http://127.0.0.1:${port}`;
  provider = await startIdentityProvider(`${publicUrl}/v1/sign-in/provider/return`, people);
  const root: DynamicModule = {
    module: TestModule,
    imports: [
      StorageModule.register({ databaseUrl: database.url }),
      AccessModule.register({ mode: 'accounts', organisationId }),
      ApiModule.register({
        organisationId,
        publicUrl,
        provider: { ...CLIENT, issuer: provider.issuer, name: 'Maison', rolesClaim: 'groups', roles: new Map([['chefs', 'supervisor'], ['admins', 'admin']]), teamsClaim: 'teams' },
      }),
    ],
  };
  app = await createHttpApp(root, { port, prepare: describeApi });
  await app.get(OrganisationRepository).ensureOrganisation({ id: organisationId, name: 'Maison', timeZone: 'Europe/Paris', settings: STRICT_SETTINGS, reason: 'test' });
  await app.get(DirectoryRepository).put({ teams: [{ ref: 'nord' }, { ref: 'sud' }] }, { organisationId, by: 'test' });
  await app.get(AccountRepository).create({ organisationId, by: 'test' }, { login: 'dominique@maison.example', name: 'Dominique', roles: ['dpo'], teams: 'all', agentRef: null });
});
afterAll(async () => {
  await app.close();
  await provider.stop();
  await database.drop();
});

const signIn = (person: string, to = '/constats', tamper?: (url: URL) => URL, browser = new TestBrowser()) =>
  browser.follow(`${publicUrl}/v1/sign-in/provider?vers=${encodeURIComponent(to)}`, person, tamper).then(({ url }) => ({ url, browser }));
const ask = (browser: TestBrowser) => fetch(`${publicUrl}/v1/me`, { headers: { cookie: browser.cookies(new URL(publicUrl)) } });
const me = async (browser: TestBrowser): Promise<unknown> => (await ask(browser)).json();

describe('signing in by a real OpenID provider', () => {
  it('is offered', async () => {
    expect(await (await fetch(`${publicUrl}/v1/access`)).json()).toMatchObject({ open: false, providers: [{ name: 'Maison', path: '/v1/sign-in/provider' }] });
  });

  it('makes an account with the rights of the claims, and goes back to where one was', async () => {
    const { url, browser } = await signIn('lea');
    expect(url.pathname).toBe('/constats');
    expect(await me(browser)).toMatchObject({ kind: 'account', name: 'Léa Exemple', roles: ['supervisor'], teams: ['nord'] });
    expect(browser.cookies(new URL(publicUrl))).toMatch(/^diapason=[\w-]{43}$/);
  });

  it('follows the claims at the next sign-in, for the same account', async () => {
    people['lea'] = { ...people['lea']!, groups: ['admins', 'chefs'], teams: ['*'], email: 'nouvelle@maison.example' };
    const { browser } = await signIn('lea');
    expect(await me(browser)).toMatchObject({ name: 'Léa Exemple', roles: ['admin', 'supervisor'], teams: 'all' });
    expect(await app.get(AccountRepository).listAccounts(organisationId)).toHaveLength(2);
  });

  it('gives an account made by hand to the owner of the verified address, and to nobody who only claims it', async () => {
    expect((await signIn('eve')).url.pathname).toBe('/constats');
    const accounts = await app.get(AccountRepository).listAccounts(organisationId);
    expect(accounts.map(({ login }) => login).filter((login) => login.startsWith('eve@'))).toHaveLength(1);
    expect(accounts.find(({ login }) => login === 'dominique@maison.example')).toMatchObject({ state: 'invited', roles: ['dpo'] });
    const { browser } = await signIn('dom');
    expect(await me(browser)).toMatchObject({ id: accounts.find(({ login }) => login === 'dominique@maison.example')!.id, roles: ['admin'] });
  });

  it('opens nothing to whoever has no role', async () => {
    const { url, browser } = await signIn('max');
    expect(url.pathname + url.search).toBe('/connexion?refus=compte');
    expect((await ask(browser)).status).toBe(401);
  });

  it.each([
    ['another state', (url: URL) => withQuery(url, 'state', 'x')],
    ['another code', (url: URL) => withQuery(url, 'code', 'x')],
    ['another issuer', (url: URL) => withQuery(url, 'iss', 'https://ailleurs.example')],
    ['an error', (url: URL) => new URL(`${url.origin}${url.pathname}?error=access_denied&state=${url.searchParams.get('state')}`)],
  ])('opens nothing on %s', async (_, tamper) => {
    const { url, browser } = await signIn('lea', '/', tamper);
    expect(url.pathname + url.search).toBe('/connexion?refus=fournisseur');
    expect((await ask(browser)).status).toBe(401);
  });

  it('opens nothing to a browser that did not leave from here, and leads nowhere else', async () => {
    let kept: URL | undefined;
    await signIn('lea', '/', (url) => ((kept = url), withQuery(url, 'code', 'x')));
    const { url } = await new TestBrowser().follow(kept!.href, 'lea');
    expect(url.search).toBe('?refus=fournisseur');
    expect((await signIn('lea', '//ailleurs.example')).url.href).toBe(`${publicUrl}/`);
  });
});

function withQuery(url: URL, name: string, value: string): URL {
  url.searchParams.set(name, value);
  return url;
}
