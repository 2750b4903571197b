import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/**
 * Gives every JSON or CSV answer to a GET an ETag, and answers 304 when the caller has it already (RFC 9110 §13.1.2).
 * It spares the network, not the work. Answers may hold personal data: no shared cache may keep them.
 */
export function answerConditionally(instance: FastifyInstance): void {
  instance.addHook('onSend', (request, reply, payload, done) => {
    if ((request.method !== 'GET' && request.method !== 'HEAD') || reply.statusCode !== 200 || typeof payload !== 'string') {
      done(null, payload);
      return;
    }
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'private, no-cache');
    if (String(reply.getHeader('cache-control')).includes('no-store')) {
      done(null, payload);
      return;
    }
    // Weak: a proxy that compresses keeps it. A handler's own is the version that a later If-Match must name.
    const own = reply.getHeader('etag');
    const tag = typeof own === 'string' ? own : `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`;
    void reply.header('etag', tag);
    if (!matches(request.headers['if-none-match'], tag)) {
      done(null, payload);
      return;
    }
    void reply.status(304).removeHeader('content-type').removeHeader('content-length');
    done(null, null);
  });
}

/** Weak comparison, RFC 9110 §8.8.3.2. */
function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  const opaque = tag.replace(/^W\//, '');
  return header.split(',').some((given) => ['*', opaque].includes(given.trim().replace(/^W\//, '')));
}
