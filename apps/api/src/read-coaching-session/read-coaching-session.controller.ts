import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, COACHES, type CoachingSession } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { sessionFor, sessionTag } from '../coaching/coaching-answers.js';
import { coachOf } from '../coaching/coaching-viewers.js';
import { noParameters } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleCoachingSession } from '../read-models/coaching.example.js';
import { coachingSession } from '../read-models/coaching.schema.js';

@Controller('v1/coaching-sessions')
export class ReadCoachingSessionController {
  constructor(private readonly queries: QueryBus) {}

  @Allow(...COACHES)
  @Get(':id')
  @Describe({
    id: 'readCoachingSession',
    tag: 'coaching',
    fr: 'Une séance de coaching : règles, extraits, actions convenues et notes',
    en: 'A coaching session: rules, excerpts, agreed actions and notes',
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
    const session = await sessionFor(this.queries, actor.organisationId, id, coachOf(actor));
    // Notes are no part of the version, and change by themselves.
    void reply.header('etag', sessionTag(session)).header('cache-control', 'no-store');
    return session;
  }
}
