import type { FastifyRequest } from 'fastify';
import type { Credentials } from './actor-source.js';

/** The session's cookie. A browser takes a name with this prefix over HTTPS only, so plain HTTP (loopback) has its own. */
export const SESSION_COOKIES = ['__Host-diapason', 'diapason'] as const;

/** What a request says of who sends it. */
export function credentialsOf({ headers }: Pick<FastifyRequest, 'headers'>): Credentials {
  const [, key = null] = /^Bearer +(\S+)\s*$/i.exec(headers.authorization ?? '') ?? [];
  return { key, session: cookieOf(headers.cookie ?? '') };
}

function cookieOf(header: string): string | null {
  const cookies = new Map(
    header.split(';').map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
    }),
  );
  return SESSION_COOKIES.map((name) => cookies.get(name)).find((value) => value !== undefined && value !== '') ?? null;
}
