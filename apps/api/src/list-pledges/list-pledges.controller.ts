import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, type Page, type PledgeView, sightOf, TEAM_READERS } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { linkNext, withCursor } from '../http/paging.js';
import { Describe } from '../openapi/describe.decorator.js';
import { examplePledge } from '../read-models/history.example.js';
import { listPledgesRequest, listPledgesResponse, type ListPledgesRequest } from './list-pledges.message.js';
import { ListPledgesQuery } from './list-pledges.query.js';

@Controller('v1/pledges')
export class ListPledgesController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...TEAM_READERS)
  @Get()
  @Describe({
    id: 'listPledges',
    tag: 'pledges',
    fr: 'Lister les paroles données, les plus récentes d’abord, avec ce qu’elles sont devenues',
    en: 'List pledges, the latest first, with what became of them',
    answer: listPledgesResponse,
    example: { items: [examplePledge], next: null },
    paged: true,
    problems: ['invalid_query', 'unprocessable', 'invalid_cursor'],
  })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: listPledgesRequest }) { limit, cursor, ...filter }: ListPledgesRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<PledgeView>> {
    const page = await withCursor(() => this.queries.execute(new ListPledgesQuery(this.settings.organisationId, filter, { limit, cursor }, sightOf(actor))));
    linkNext(page, request, reply);
    return page;
  }
}
