import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, type InteractionSummary, type Page, sightOf, TRANSCRIPT_READERS } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { linkNext, withCursor } from '../http/paging.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleSummary } from '../read-models/examples.js';
import { listInteractionsRequest, listInteractionsResponse, type ListInteractionsRequest } from './list-interactions.message.js';
import { ListInteractionsQuery } from './list-interactions.query.js';

@Controller('v1/interactions')
export class ListInteractionsController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...TRANSCRIPT_READERS)
  @Get()
  @Describe({
    id: 'listInteractions',
    tag: 'interactions',
    fr: 'Lister les interactions, les plus récentes d’abord',
    en: 'List interactions, latest first',
    answer: listInteractionsResponse,
    example: { items: [exampleSummary], next: null },
    paged: true,
    problems: ['invalid_query', 'unprocessable', 'invalid_cursor'],
  })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: listInteractionsRequest }) { limit, cursor, ...filter }: ListInteractionsRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<InteractionSummary>> {
    const query = new ListInteractionsQuery(this.settings.organisationId, filter, { limit, cursor }, sightOf(actor));
    const page = await withCursor(() => this.queries.execute(query));
    linkNext(page, request, reply);
    return page;
  }
}
