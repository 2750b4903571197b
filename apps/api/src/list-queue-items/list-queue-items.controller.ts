import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, type Page, type QueueItem, REVIEWERS } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { pageFields, ref } from '../http/filters.schema.js';
import { linkNext, withCursor } from '../http/paging.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleQueueItem, queueItemPage, queueKey } from '../read-models/review-queue.schema.js';
import { queueOf } from '../reviews/queue-of.js';
import { ListQueueItemsQuery } from './list-queue-items.query.js';

const request = z.strictObject({ rule: ref.optional().describe('Identifiant d’une règle · Id of a rule'), ...pageFields });

@Controller('v1/queues')
export class ListQueueItemsController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...REVIEWERS)
  @Get(':queue/items')
  @Describe({
    id: 'listQueueItems',
    tag: 'reviews',
    fr: 'Les échanges d’une file, ceux qui attendent depuis le plus longtemps d’abord',
    en: 'The interactions of a queue, those that have waited longest first',
    answer: queueItemPage,
    example: { items: [exampleQueueItem], next: null },
    paged: true,
    problems: ['invalid_query', 'invalid_path', 'invalid_cursor', 'not_found'],
  })
  async list(
    @CurrentActor() actor: Actor,
    @Param('queue', { schema: queueKey }) name: string,
    @Query({ schema: request }) { limit, cursor, rule }: z.output<typeof request>,
    @Req() sent: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<QueueItem>> {
    const { organisationId } = this.settings;
    const queue = await queueOf(this.queries, organisationId, name);
    const query = new ListQueueItemsQuery(organisationId, queue, { rule, teams: actor.teams }, { limit, cursor });
    const page = await withCursor(() => this.queries.execute(query));
    linkNext(page, sent, reply);
    return page;
  }
}
