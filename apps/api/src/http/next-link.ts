import type { Page } from '#domain';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Tells the next page by `Link` (RFC 8288), with the same filters; relative, since a proxy may have another name. */
export function linkNext(page: Page<unknown>, request: FastifyRequest, reply: FastifyReply): void {
  if (page.next === null) return;
  const [path = '', query = ''] = request.url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', page.next);
  void reply.header('link', `<${path}?${parameters.toString()}>; rel="next"`);
}
