import type { Page } from '#domain';
import { ProblemException } from '#runtime';
import { InvalidCursorError } from '#storage';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Tells the next page by `Link` (RFC 8288), with the same filters; relative, since a proxy may have another name. */
export function linkNext(page: Page<unknown>, request: FastifyRequest, reply: FastifyReply): void {
  if (page.next === null) return;
  const [path = '', query = ''] = request.url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', page.next);
  void reply.header('link', `<${path}?${parameters.toString()}>; rel="next"`);
}

/** A cursor that no page handed out is the caller's mistake, told as such. */
export async function withCursor<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (error) {
    if (!(error instanceof InvalidCursorError)) throw error;
    throw new ProblemException(
      422,
      'invalid_cursor',
      { fr: 'Ce curseur ne vient pas d’une page de cette liste.', en: 'This cursor is not from a page of this list.' },
      [{ pointer: '#/cursor', detail: { fr: 'Curseur inconnu.', en: 'Unknown cursor.' } }],
    );
  }
}
