import { Controller, Get, Header, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, COACHES, type CoachingSessionSummary, type Page } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { coachOf } from '../coaching/coaching-viewers.js';
import { pageFields, ref } from '../http/filters.schema.js';
import { linkNext, withCursor } from '../http/paging.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleCoachingSummary } from '../read-models/coaching.example.js';
import { coachingPage, coachingState } from '../read-models/coaching.schema.js';
import { ListCoachingSessionsQuery } from './list-coaching-sessions.query.js';

const request = z.strictObject({ agent: ref.optional().describe('`ref` d’un conseiller · of an agent'), state: coachingState.optional(), ...pageFields });

@Controller('v1/coaching-sessions')
export class ListCoachingSessionsController {
  constructor(private readonly queries: QueryBus) {}

  @Allow(...COACHES, 'dpo')
  @Get()
  @Header('cache-control', 'no-store')
  @Describe({
    id: 'listCoachingSessions',
    tag: 'coaching',
    fr: 'Les séances de coaching, les dernières d’abord',
    en: 'Coaching sessions, the latest first',
    details:
      'Qui elles concernent, sur quelles règles et où elles en sont, sans un mot de ce qui s’y dit. · ' +
      'Whom they are about, on which rules and where they stand, without a word of what is said there.',
    answer: coachingPage,
    example: { items: [exampleCoachingSummary], next: null },
    paged: true,
    problems: ['invalid_query', 'invalid_cursor'],
  })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: request }) { limit, cursor, ...filter }: z.output<typeof request>,
    @Req() sent: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<CoachingSessionSummary>> {
    const query = new ListCoachingSessionsQuery(actor.organisationId, coachOf(actor), filter, { limit, cursor });
    const page = await withCursor(() => this.queries.execute(query));
    linkNext(page, sent, reply);
    return page;
  }
}
