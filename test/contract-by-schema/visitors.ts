import { setTimeout as sleep } from 'node:timers/promises';
import { type Permission, ROLES, SCOPES } from '#domain';
import { z } from 'zod';

/** Somebody in whose name the document is walked. */
export interface Visitor {
  readonly name: string;
  /** Null: nobody who is known. */
  readonly permission: Permission | null;
  readonly session?: string;
  readonly key?: string;
}

const PASSWORD = 'une phrase bien assez longue';
/** They erase people and change accounts: whoever comes after them would find less. */
const LAST: readonly Permission[] = ['dpo', 'admin'];

/** Nobody, a key for each scope and an account for each role, the most powerful last. */
export const PERMISSIONS: readonly (Permission | null)[] = [null, ...SCOPES, ...ROLES.filter((role) => !LAST.includes(role)), ...LAST];

/**
 * Makes them all on a Diapason that nobody owns yet.
 * @param up its address, and what it printed: the link of the first account
 */
export async function makeVisitors({ url, output }: { readonly url: string; readonly output: () => string }): Promise<ReadonlyMap<Permission | null, Visitor>> {
  const admin = await useLink(url, { token: await firstToken(output), login: 'admin', name: 'Administration' });
  const ask = async (path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(new URL(path, url), { headers: { cookie: `${COOKIE}=${admin}`, 'content-type': 'application/json' }, ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }) });
    if (!answer.ok) throw new Error(`${path} gave ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const [agent] = z.object({ items: z.array(z.object({ ref: z.string() })) }).parse(await ask('/v1/agents')).items;
  const visitors = new Map<Permission | null, Visitor>([[null, { name: 'anonymous', permission: null }]]);
  for (const scope of SCOPES) {
    const { key } = z.object({ key: z.string() }).parse(await ask('/v1/keys', { name: scope, scopes: [scope] }));
    visitors.set(scope, { name: `key with ${scope}`, permission: scope, key });
  }
  for (const role of ROLES) {
    if (role === 'admin') continue;
    const made = await ask('/v1/accounts', { login: `visit-${role}`, name: role, roles: [role], teams: 'all', ...(role === 'agent' && { agentRef: agent!.ref }) });
    const { link } = z.object({ link: z.object({ path: z.string() }) }).parse(made);
    visitors.set(role, { name: role, permission: role, session: await useLink(url, { token: link.path.split('jeton=')[1]! }) });
  }
  return visitors.set('admin', { name: 'admin', permission: 'admin', session: admin });
}

const COOKIE = 'diapason';

/** The link of the first account is printed after the address. */
async function firstToken(output: () => string): Promise<string> {
  for (const until = Date.now() + 15_000; Date.now() < until; await sleep(50)) {
    const token = /#jeton=(\S+)/.exec(output())?.[1];
    if (token !== undefined) return token;
  }
  throw new Error(`no link for the first account:\n${output()}`);
}

/** Chooses a password by a one-time link; resolves to the session. */
async function useLink(url: string, body: { readonly token: string; readonly login?: string; readonly name?: string }): Promise<string> {
  const answer = await fetch(new URL('/v1/links/use', url), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...body, password: PASSWORD }) });
  const session = new RegExp(`${COOKIE}=([^;]+)`).exec(answer.headers.get('set-cookie') ?? '')?.[1];
  if (session === undefined) throw new Error(`a link gave ${answer.status}: ${await answer.text()}`);
  return session;
}
