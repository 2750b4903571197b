import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CLIENT, startIdentityProvider, TestBrowser } from '../../../test/access/identity-provider.js';
import { freePort } from '../../../test/support/free-port.js';
import { runDiapason } from './run-diapason.js';
import { startUp, type Up } from './start-up.js';

let data: string;
let up: Up;
let publicUrl: string;
let provider: Awaited<ReturnType<typeof startIdentityProvider>>;
beforeAll(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'diapason-test-provider-'));
  const port = await freePort();
  publicUrl = `http://127.0.0.1:${port}`;
  provider = await startIdentityProvider(`${publicUrl}/v1/sign-in/provider/return`, { lea: { email: 'lea@maison.example', email_verified: true, name: 'Léa Exemple', groups: ['chefs'], teams: ['*'] } });
  const env = {
    DIAPASON_ACCESS: 'accounts', DIAPASON_PUBLIC_URL: publicUrl, OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: CLIENT.clientId, OIDC_CLIENT_SECRET: CLIENT.clientSecret, OIDC_NAME: 'Maison', OIDC_ROLES: 'chefs=supervisor', OIDC_TEAMS_CLAIM: 'teams',
  };
  up = await startUp(data, ['--no-samples', '--port', `${port}`], env);
});
afterAll(async () => {
  await up.end('SIGTERM');
  await provider.stop();
  await rm(data, { recursive: true, force: true });
});

it('`diapason up` lets people in by the provider of the same variables as the separate API', async () => {
  expect(await (await fetch(`${publicUrl}/v1/access`)).json()).toMatchObject({ open: false, providers: [{ name: 'Maison' }] });
  const browser = new TestBrowser();
  const { url } = await browser.follow(`${publicUrl}/v1/sign-in/provider?vers=%2Fconstats`, 'lea');
  expect(new URL(url).pathname).toBe('/constats');
  const me = await fetch(`${publicUrl}/v1/me`, { headers: { cookie: browser.cookies(new URL(publicUrl)) } });
  expect(await me.json()).toMatchObject({ kind: 'account', name: 'Léa Exemple', roles: ['supervisor'], teams: 'all' });
});

it('says what is missing beside an issuer, and starts nothing', async () => {
  const { code, stderr } = await runDiapason(['up', '--port', '0', '--data', path.join(data, 'autre')], '', { OIDC_ISSUER: provider.issuer });
  expect(code).not.toBe(0);
  expect(stderr).toContain('OIDC_CLIENT_ID');
});
