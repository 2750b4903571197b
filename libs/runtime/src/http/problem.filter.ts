import { type ArgumentsHost, Catch, type ExceptionFilter, NotFoundException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { log } from '../process/log.js';
import { asProblem, isSomethingAway } from './known-errors.js';
import { languageOf } from './language.js';
import { problemDocument, ProblemException } from './problem.js';
import type { RouteTable } from './route-table.js';

/** The one place where a thrown value becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly routes: RouteTable,
    private readonly bodyLimit: number,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = this.explain(error, request);
    const status = problem.getStatus();
    const { method, id } = request;
    if (status === 500 || isSomethingAway(error)) log.error('unexpected error', { requestId: id, method, route: request.routeOptions?.url, error });
    if (reply.sent || reply.raw.headersSent) {
      // Too late for a problem document: cut, so that the client does not take half an answer for a whole one.
      reply.raw.destroy();
      return;
    }
    sendProblem(problem, request, reply);
  }

  private explain(error: unknown, request: FastifyRequest): ProblemException {
    // Nest throws a bare NotFoundException for what no route matches; our own 404s are problems already.
    if (error instanceof NotFoundException) return this.routes.refusal(request);
    const problem = asProblem(error);
    if (problem === error) return problem;
    const status = problem.getStatus();
    if (status === 413) {
      const limit = `${Math.floor(this.bodyLimit / 1024)} KiB`;
      return new ProblemException(413, 'payload_too_large', {
        fr: `Le corps de la requête dépasse ${limit}.`,
        en: `The request body exceeds ${limit}.`,
      });
    }
    if (status === 415) {
      const found = request.headers['content-type'] ?? '—';
      return new ProblemException(415, 'unsupported_media_type', {
        fr: `« ${found} » n’est pas accepté ici ; « application/json » l’est.`,
        en: `"${found}" is not accepted here; "application/json" is.`,
      });
    }
    return problem;
  }
}

/** Writes a problem document in the language asked for. */
export function sendProblem(problem: ProblemException, request: FastifyRequest, reply: FastifyReply): void {
  const language = languageOf(request.headers['accept-language']);
  // As text: Fastify would otherwise add a charset parameter that application/problem+json does not define.
  void reply
    .status(problem.getStatus())
    .headers({ ...problem.headers, 'content-language': language, vary: [reply.getHeader('vary'), 'Accept-Language'].flat().filter(Boolean).join(', '), 'cache-control': 'no-store' })
    .header('content-type', 'application/problem+json')
    .serializer((text: string) => text)
    .send(JSON.stringify(problemDocument(problem, request, language)));
}
