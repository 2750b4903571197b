import { Controller, Get, Header, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, type CoachingSessionSummary, type Page } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { coachedOf } from '../coaching/coaching-viewers.js';
import { pageFields } from '../http/filters.schema.js';
import { linkNext, withCursor } from '../http/paging.js';
import { ListCoachingSessionsQuery } from '../list-coaching-sessions/list-coaching-sessions.query.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleCoachingSummary } from '../read-models/coaching.example.js';
import { coachingPage } from '../read-models/coaching.schema.js';

const request = z.strictObject({ ...pageFields });

@Controller('v1/me/coaching-sessions')
export class ListOwnCoachingSessionsController {
  constructor(private readonly queries: QueryBus) {}

  @Allow('agent')
  @Get()
  @Header('cache-control', 'no-store')
  @Describe({
    id: 'listOwnCoachingSessions',
    tag: 'coaching',
    fr: 'Mes séances de coaching, les dernières d’abord',
    en: 'My coaching sessions, the latest first',
    details:
      'Dès qu’elles sont planifiées : ce qui est mesuré et jusqu’à quand. · ' +
      'From the day they are planned: what is measured and until when.',
    answer: coachingPage,
    example: { items: [exampleCoachingSummary], next: null },
    paged: true,
    problems: ['invalid_query', 'invalid_cursor'],
  })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: request }) { limit, cursor }: z.output<typeof request>,
    @Req() sent: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<CoachingSessionSummary>> {
    const query = new ListCoachingSessionsQuery(actor.organisationId, coachedOf(actor), {}, { limit, cursor });
    const page = await withCursor(() => this.queries.execute(query));
    linkNext(page, sent, reply);
    return page;
  }
}
