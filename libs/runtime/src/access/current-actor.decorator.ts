import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '#domain';
import type { FastifyRequest } from 'fastify';

const ACTORS = new WeakMap<FastifyRequest, Actor>();

/** Notes who sends a request, once the guard knows. */
export const rememberActor = (request: FastifyRequest, actor: Actor): void => void ACTORS.set(request, actor);

/**
 * Who sends the request.
 * @throws Error on a handler that is open to anyone: nobody need be known there
 */
export function actorOf(request: FastifyRequest): Actor {
  const actor = ACTORS.get(request);
  if (actor === undefined) throw new Error('this handler is open to anyone: there is no actor');
  return actor;
}

/** `@CurrentActor() actor: Actor`, on a handler with `@Allow`. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => actorOf(context.switchToHttp().getRequest<FastifyRequest>()));
