import { STRICT_SETTINGS } from '#domain';
import { AccountRepository, DirectoryRepository } from '#storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { startTestApi, type TestApi } from './start-test-api.js';

const PASSWORD = 'une guitare accordée en la';
const FIRST = 'un violon et deux altos';
let api: TestApi;
let admin: string;

beforeAll(async () => {
  api = await startTestApi(STRICT_SETTINGS, 'setup');
  await api.app.get(DirectoryRepository).put({ agents: [], customers: [], teams: [{ ref: 't-1', name: 'Nord' }] }, { organisationId: ORGANISATION, by: 'test' });
});
afterAll(() => api.stop());

const cookieOf = (headers: Record<string, unknown>): string => String(headers['set-cookie']).split(';')[0]!;
const sql = (text: string): Promise<Record<string, unknown>[]> => api.owner.query(text);
const create = async (login: string, change: object = {}) => {
  const made = await api.post('/v1/accounts').set('cookie', admin).send({ login, name: `Personne ${login}`, roles: ['supervisor'], teams: ['t-1'], ...change });
  expect(made.status).toBe(201);
  return { account: made.body.account, token: made.body.link.path.split('jeton=')[1] };
};
const join = async (token: string, password = PASSWORD) => api.post('/v1/links/use').send({ token, password });
const signIn = (login: string, password: string) => api.post('/v1/session').send({ login, password });
const use = (key: string, path = '/v1/me') => api.get(path).set('authorization', `Bearer ${key}`);
const makeKey = (body: object) => api.post('/v1/keys').set('cookie', admin).send({ name: 'Essai', ...body });
const words = ({ text, status }: { text: string; status: number }) => ({ status, ...JSON.parse(text), requestId: null });

describe('the first account', () => {
  it('is made by a link, once; until then the port is open', async () => {
    expect((await api.get('/v1/me')).body).toMatchObject({ kind: 'open', id: 'local', teams: 'all' });
    expect((await api.get('/v1/access')).body).toEqual({ open: true, hasAccounts: false, providers: [] });
    const link = await api.app.get(AccountRepository).issueFirstLink(ORGANISATION);
    const second = await api.app.get(AccountRepository).issueFirstLink(ORGANISATION);
    expect((await api.post('/v1/links/look').send({ token: link!.token })).body).toEqual({ purpose: 'first', login: null, name: null });

    expect((await join(link!.token)).body.errors).toEqual([{ pointer: '#/login', detail: 'Champ obligatoire.' }]);
    const first = { token: link!.token, password: PASSWORD, login: ' Admin@Maison.Example', name: 'Dominique Martin' };
    const answers = await Promise.all([1, 2, 3].map(() => api.post('/v1/links/use').send(first)));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 410, 410]);
    const made = answers.find(({ status }) => status === 200)!;
    expect(made.body).toMatchObject({ kind: 'account', name: 'Dominique Martin', roles: ['admin'], teams: 'all' });
    expect(made.headers['set-cookie']![0]).toMatch(/^diapason=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800$/);
    admin = cookieOf(made.headers);

    expect((await api.get('/v1/me')).status).toBe(401);
    expect((await api.get('/v1/access')).body).toEqual({ open: false, hasAccounts: true, providers: [] });
    expect((await api.get('/v1/me').set('cookie', admin)).body).toMatchObject({ kind: 'account', name: 'Dominique Martin' });
    expect((await join(second!.token)).status).toBe(410);
    expect(await api.app.get(AccountRepository).issueFirstLink(ORGANISATION)).toBeNull();
  });

  it('stays an administrator while nobody else can be one', async () => {
    const [me] = (await api.get('/v1/accounts').set('cookie', admin)).body.items;
    const change = (body: object) => api.patch(`/v1/accounts/${me.id}`).set('cookie', admin).send(body);
    for (const body of [{ roles: ['coach'] }, { teams: ['t-1'] }, { disabled: true }]) {
      expect(JSON.parse((await change(body)).text)).toMatchObject({ status: 409, code: 'last_admin' });
    }
    const { account } = await create('pas-encore', { roles: ['admin'], teams: 'all' });
    expect((await change({ disabled: true })).status).toBe(409);
    await api.patch(`/v1/accounts/${account.id}`).set('cookie', admin).send({ disabled: true });
  });
});

describe('an account', () => {
  it('begins with a link, signs in, changes its password and signs out', async () => {
    const { account, token } = await create('lea@maison.example');
    expect(account).toMatchObject({ login: 'lea@maison.example', state: 'invited', roles: ['supervisor'], teams: ['t-1'], version: 1 });
    expect((await signIn('lea@maison.example', PASSWORD)).status).toBe(401);
    expect((await join(token, 'court')).status).toBe(400);
    expect(JSON.parse((await join(token, 'lea@maison.example')).text).errors[0].pointer).toBe('#/password');
    expect((await join(token, FIRST)).status).toBe(200);
    expect((await join(token)).status).toBe(410);

    const signedIn = await signIn('LEA@maison.example ', FIRST);
    const session = cookieOf(signedIn.headers);
    expect((await api.get('/v1/me').set('cookie', session)).body).toMatchObject({ id: account.id, roles: ['supervisor'] });
    const change = (current: string) => api.put('/v1/me/password').set('cookie', session).send({ current, password: PASSWORD });
    expect(JSON.parse((await change('faux')).text).errors[0].pointer).toBe('#/current');
    const changed = await change(FIRST);
    expect(changed.status).toBe(200);
    expect((await api.get('/v1/me').set('cookie', session)).status).toBe(401);
    const next = cookieOf(changed.headers);
    expect((await api.get('/v1/me').set('cookie', next)).status).toBe(200);

    const out = await api.delete('/v1/session').set('cookie', next);
    expect([out.status, out.headers['set-cookie']![0]]).toEqual([200, expect.stringContaining('Max-Age=0')]);
    expect((await api.get('/v1/me').set('cookie', next)).status).toBe(401);
  });

  it('is refused with the same words whether it exists or not, and waits after five', async () => {
    await create('noe').then(({ token }) => join(token));
    const known = await signIn('noe', 'non non non non');
    const stranger = await signIn('personne', 'non non non non');
    expect(words(known)).toEqual(words(stranger));
    const many = await Promise.all(Array.from({ length: 12 }, () => signIn('noe', 'non non non non')));
    expect(many.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5);
    expect(await sql('SELECT 1 FROM sign_in_attempt WHERE failures > 5')).not.toEqual([]);
    await sql(`UPDATE sign_in_attempt SET refused_until = refused_until + interval '1 hour'`);
    const waiting = await signIn('noe', PASSWORD);
    expect([waiting.status, waiting.headers['retry-after']]).toEqual([429, expect.stringMatching(/^3[5-9]\d\d$|^4\d\d\d$/)]);
    await sql(`UPDATE sign_in_attempt SET refused_until = now()`);
    expect((await signIn('noe', PASSWORD)).status).toBe(200);
  });

  it('changes by whoever saw its last version, holds at once, and is in the journal', async () => {
    const { account, token } = await create('max');
    const session = cookieOf((await join(token)).headers);
    const read = await api.get(`/v1/accounts/${account.id}`).set('cookie', admin);
    const patch = (tag: string, body: object) => api.patch(`/v1/accounts/${account.id}`).set('cookie', admin).set('if-match', tag).send(body);
    expect((await patch('"1"', { roles: ['coach'] })).status).toBe(412);
    const done = await patch(read.headers['etag']!, { roles: ['coach', 'agent'], agentRef: 'a-1', teams: 'all' });
    expect([done.status, done.body.roles, done.headers['etag']]).toEqual([200, ['coach', 'agent'], `"${read.body.version + 1}"`]);
    expect((await api.get('/v1/me').set('cookie', session)).body).toMatchObject({ roles: ['coach', 'agent'], agentRef: 'a-1', teams: 'all' });
    expect((await api.get('/v1/accounts').set('cookie', session)).status).toBe(403);
    await patch(done.headers['etag']!, { disabled: true });
    expect((await api.get('/v1/me').set('cookie', session)).status).toBe(401);
    expect((await signIn('max', PASSWORD)).status).toBe(401);
    expect((await api.post(`/v1/accounts/${account.id}/link`).set('cookie', admin)).status).toBe(404);
    const types = await sql(`SELECT type FROM journal WHERE payload->>'accountId' = '${account.id}' ORDER BY position`);
    expect(types.map(({ type }) => type)).toEqual(['account.created', 'account.link-issued', 'account.password-set', 'account.signed-in', 'account.changed', 'account.changed']);
    expect(JSON.stringify(await sql('SELECT payload FROM journal'))).not.toMatch(/maison\.example|Personne/);
  });

  it.each([
    [{ login: 'noe' }, 'login_taken', '#/login'],
    [{ login: 'a b' }, 'invalid_body', '#/login'],
    [{ roles: [] }, 'invalid_body', '#/roles'],
    [{ roles: ['agent'] }, 'unprocessable', '#/agentRef'],
    [{ teams: ['t-9'] }, 'unprocessable', '#/teams/0'],
  ])('is not made of %j', async (change, code, pointer) => {
    const answer = await api.post('/v1/accounts').set('cookie', admin).send({ login: 'zoe', name: 'Zoé', roles: ['coach'], teams: 'all', ...change });
    expect(JSON.parse(answer.text)).toMatchObject({ code, errors: [{ pointer }] });
  });

  it('ends when it is not used, and after seven days whatever happens', async () => {
    const { token } = await create('eva');
    const session = cookieOf((await join(token)).headers);
    const status = async () => (await api.get('/v1/me').set('cookie', session)).status;
    await sql(`UPDATE account_session SET seen_at = now() - interval '6 minutes', expires_at = now() + interval '1 minute'`);
    expect(await status()).toBe(200);
    expect(await sql(`SELECT 1 FROM account_session WHERE expires_at > now() + interval '11 hours'`)).not.toEqual([]);
    await sql(`UPDATE account_session SET ends_at = now() - interval '1 second' WHERE account_id IN (SELECT account_id FROM account WHERE login = 'eva')`);
    expect(await status()).toBe(401);
  });
});

describe('a key', () => {
  it('is shown once, opens what it is made for, and ends when revoked or expired', async () => {
    const made = await makeKey({ scopes: ['ingest:write'] });
    expect([made.status, made.body.key]).toEqual([201, expect.stringMatching(/^dia_[\w-]{43}$/)]);
    expect((await use(made.body.key)).body).toMatchObject({ kind: 'key', name: 'Essai', scopes: ['ingest:write'], roles: [] });
    expect((await use(made.body.key, '/v1/findings')).status).toBe(403);
    const listed = await api.get('/v1/keys').set('cookie', admin);
    expect(listed.text).not.toContain(made.body.key.slice(8));
    expect(listed.body.items[0]).toMatchObject({ hint: made.body.key.slice(0, 8), lastUsed: new Date().toISOString().slice(0, 10), revokedAt: null });
    expect(JSON.stringify(await sql('SELECT * FROM access_key'))).not.toContain(made.body.key.slice(8));

    expect((await api.delete(`/v1/keys/${made.body.view.id}`).set('cookie', admin)).body.revokedAt).not.toBeNull();
    expect((await use(made.body.key)).status).toBe(401);
    const brief = await makeKey({ roles: ['dashboard'], teams: ['t-1'], expiresAt: new Date(Date.now() + 60_000).toISOString() });
    expect((await use(brief.body.key, '/v1/reports/channels')).status).toBe(200);
    await sql(`UPDATE access_key SET expires_at = now() WHERE expires_at IS NOT NULL`);
    expect((await use(brief.body.key)).status).toBe(401);
  });

  it.each([
    [{}, 'unprocessable', '#/scopes'],
    [{ roles: ['agent'] }, 'invalid_body', '#/roles/0'],
    [{ scopes: ['ingest:write'], expiresAt: '2020-01-01T00:00:00Z' }, 'unprocessable', '#/expiresAt'],
    [{ roles: ['coach'], teams: ['t-9'] }, 'unprocessable', '#/teams/0'],
  ])('is not made of %j', async (body, code, pointer) => {
    expect(JSON.parse((await makeKey(body)).text)).toMatchObject({ code, errors: [{ pointer }] });
  });
});

it('keeps no password and no secret as it is', async () => {
  const kept = JSON.stringify([await sql('SELECT * FROM account'), await sql('SELECT * FROM account_session'), await sql('SELECT * FROM account_link')]);
  expect(kept).toContain('$scrypt$ln=15,r=8,p=3$');
  expect(kept).not.toContain(PASSWORD);
  expect(kept).not.toContain(admin.split('=')[1]);
});
