import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, type CoachingSession } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { sessionFor, sessionTag } from '../coaching/coaching-answers.js';
import { coachedOf } from '../coaching/coaching-viewers.js';
import { noParameters } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleCoachingSession } from '../read-models/coaching.example.js';
import { coachingSession } from '../read-models/coaching.schema.js';

@Controller('v1/me/coaching-sessions')
export class ReadOwnCoachingSessionController {
  constructor(private readonly queries: QueryBus) {}

  @Allow('agent')
  @Get(':id')
  @Describe({
    id: 'readOwnCoachingSession',
    tag: 'coaching',
    fr: 'Une de mes séances de coaching',
    en: 'One of my coaching sessions',
    details: 'Une note qui n’est pas partagée n’est lue que de son auteur. · A note that is not shared is read by its writer alone.',
    answer: coachingSession,
    example: exampleCoachingSession,
    problems: ['invalid_path', 'invalid_query', 'not_found'],
  })
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: noParameters }) _none: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CoachingSession> {
    const session = await sessionFor(this.queries, actor.organisationId, id, coachedOf(actor));
    // Notes are no part of the version, and change by themselves.
    void reply.header('etag', sessionTag(session)).header('cache-control', 'no-store');
    return session;
  }
}
