import type { IncomingMessage } from 'node:http';
import multipart from '@fastify/multipart';
import { ProblemException } from '#runtime';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { MAX_BATCH_BYTES } from '../receive-interaction/receive-interactions.message.js';
import { LIMITS } from '../sources/limits.js';

/** The body of an import as it arrives: a name of our own, so that no other route takes such bodies. */
const FILE = 'application/vnd.diapason.file';

/**
 * Lets the import route have its body as a stream of bytes, whatever its media type, and the interactions route have
 * larger ones. Must run before the routes are registered.
 */
export function prepareUploads(instance: FastifyInstance): void {
  instance.addHook('onRoute', (route) => {
    if (route.method !== 'POST') return;
    if (route.url === '/v1/interactions') route.bodyLimit = MAX_BATCH_BYTES;
    if (route.url === '/v1/imports') takeBytes(route);
  });
  instance.addContentTypeParser(FILE, (_request, payload, done) => done(null, payload));
  void instance.register(multipart, { limits: { fileSize: LIMITS.fileBytes, files: 1, fields: 4, fieldSize: 64 * 1024, parts: 6 } });
}

/**
 * Fastify picks the parser by `Content-Type`, and JSON would be parsed before the reader sees it: its own words on
 * what is wrong, and where, would be lost, and with them the limits of reading.
 */
function takeBytes(route: RouteOptions): void {
  route.onRequest = [
    ...[route.onRequest ?? []].flat(),
    (request, _reply, done) => {
      const { headers } = request.raw;
      const type = headers['content-type']?.toLowerCase() ?? '';
      if (!type.startsWith('multipart/form-data')) headers['content-type'] = FILE;
      done(type.startsWith('multipart/form-data') && !/;\s*boundary=\S/.test(type) ? noBoundary() : undefined);
    },
  ];
}

const noBoundary = (): ProblemException =>
  new ProblemException(400, 'invalid_header', {
    fr: 'Le « Content-Type » du formulaire ne dit pas ce qui sépare ses parties (« boundary »).',
    en: 'The "Content-Type" of the form does not say what separates its parts ("boundary").',
  });

/** How much of an unwanted body is still read. */
const DISCARDED_BYTES = 4 * LIMITS.fileBytes;

/**
 * Reads what is left of a body that nobody wants any more: a client that is still sending would otherwise lose the
 * connection before it sees the answer, and the next request on it would wait behind those bytes.
 */
export function discardRest(request: IncomingMessage): void {
  if (request.readableEnded || request.destroyed) return;
  let left = DISCARDED_BYTES;
  request.unpipe();
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
  request.resume();
}
