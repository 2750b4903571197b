import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemException } from './problem.js';

/** What every answer carries unless a handler says otherwise; a page sets its own Content-Security-Policy. */
const SECURITY_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** True when only this machine can connect. */
export const isLoopback = (host: string): boolean => [...LOOPBACK, '::1'].includes(host);

export const markAnswer = (request: FastifyRequest, reply: FastifyReply): void =>
  void reply.headers({ ...SECURITY_HEADERS, 'x-request-id': request.id });

/** First thing that happens to a request: its id goes back out, with the security headers. */
export function guardTheDoor(instance: FastifyInstance, allowedHosts: readonly string[] | null): void {
  const allowed = allowedHosts === null ? null : new Set([...LOOPBACK, ...allowedHosts]);
  instance.addHook('onRequest', (request, reply, done) => {
    markAnswer(request, reply);
    const name = nameOf(request.headers.host ?? '');
    // A page of another site can make a browser call a loopback server under its own name (DNS rebinding):
    // the name in `Host` is the only thing that gives it away.
    if (allowed !== null && !allowed.has(name)) {
      done(
        new ProblemException(421, 'misdirected_request', {
          fr: `Ce serveur ne répond pas au nom « ${name} ».`,
          en: `This server does not answer to the name "${name}".`,
        }),
      );
      return;
    }
    if (!['GET', 'HEAD', 'OPTIONS'].includes(request.method) && comesFromElsewhere(request)) {
      done(
        new ProblemException(403, 'forbidden', {
          fr: 'Une page d’un autre site ne peut pas écrire ici.',
          en: 'A page of another site cannot write here.',
        }),
      );
      return;
    }
    done();
  });
}

const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

/**
 * True for a browser that posts from a page which is not ours: a form may do so without asking first. There is no
 * cookie to protect yet, but there is a port that only this machine reaches. Programs send neither header.
 */
function comesFromElsewhere({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin, host } = headers;
  return origin !== undefined && origin.replace(/^https?:\/\//, '') !== host;
}
