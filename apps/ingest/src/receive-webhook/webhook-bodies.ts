import type { FastifyInstance } from 'fastify';
import { MAX_WEBHOOK_BYTES } from './chatwoot-webhook.message.js';

/** A name of our own, so that no other route takes such bodies. */
const DELIVERY = 'application/vnd.diapason.delivery';

/**
 * Gives webhook routes their bodies as bytes: a signature is over the very bytes, which parsing and writing again
 * would not give back. Must run before the routes are registered.
 */
export function prepareWebhooks(instance: FastifyInstance): void {
  instance.addHook('onRoute', (route) => {
    if (route.method !== 'POST' || !route.url.startsWith('/v1/webhooks/')) return;
    route.bodyLimit = MAX_WEBHOOK_BYTES;
    route.onRequest = [
      ...[route.onRequest ?? []].flat(),
      (request, _reply, done) => {
        request.raw.headers['content-type'] = DELIVERY;
        done();
      },
    ];
  });
  instance.addContentTypeParser(DELIVERY, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}
