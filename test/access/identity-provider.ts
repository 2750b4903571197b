import { createServer } from 'node:http';
import type { Server } from 'node:net';
import { Provider } from 'oidc-provider';

export const CLIENT = { clientId: 'diapason', clientSecret: 'un secret que seuls eux deux connaissent' };

export interface ProviderPerson {
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
  readonly groups: readonly string[];
  readonly teams?: readonly string[];
}

/** A real OpenID provider on this machine. Whoever signs in there is who they say, with any password. */
export async function startIdentityProvider(redirectUri: string, people: Record<string, ProviderPerson>) {
  let handle: ReturnType<Provider['callback']> | undefined;
  const server = createServer((request, response) => handle!(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const issuer = `http://127.0.0.1:${portOf(server)}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirectUri], response_types: ['code'], grant_types: ['authorization_code'] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups', 'teams'] },
    pkce: { required: () => true },
    cookies: { keys: ['essai'] },
    findAccount: (_context: unknown, sub: string) => ({ accountId: sub, claims: async () => ({ sub, ...people[sub] }) }),
  });
  handle = provider.callback();
  return { issuer, stop: () => new Promise<void>((stopped) => void server.close(() => stopped())) };
}

/** Where a server listens. */
function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it does not listen on a port');
  return address.port;
}

/** A browser as far as cookies, redirects and the provider's own forms go. */
export class TestBrowser {
  private readonly jars = new Map<string, Map<string, string>>();

  /** Follows an address, signing in as `person` on the way and agreeing to what is asked. @returns the last address and its answer */
  async follow(address: string, person: string, tamper: (url: URL) => URL = (url) => url): Promise<{ url: URL; response: Response }> {
    let url = new URL(address);
    let form: Record<string, string> | undefined;
    for (let step = 0; step < 20; step++) {
      const response: Response = await this.send(url, form);
      form = undefined;
      const location = response.headers.get('location');
      if (location !== null) {
        const next = new URL(location, url);
        url = next.pathname.endsWith('/return') ? tamper(next) : next;
        continue;
      }
      const page = url.pathname.startsWith('/interaction/') ? await response.text() : '';
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
      if (prompt === undefined) return { url, response };
      form = { prompt, ...(prompt === 'login' && { login: person, password: 'x' }) };
    }
    throw new Error(`too many steps, at ${url.href}`);
  }

  cookies(url: URL): string {
    return [...(this.jars.get(url.host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private async send(url: URL, form: Record<string, string> | undefined): Promise<Response> {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: this.cookies(url), accept: 'text/html' },
      ...(form !== undefined && { method: 'POST', body: new URLSearchParams(form) }),
    });
    const jar = this.jars.get(url.host) ?? new Map<string, string>();
    this.jars.set(url.host, jar);
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }
}
