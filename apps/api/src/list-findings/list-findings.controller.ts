import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, type FindingView, type Page, sightOf, TRANSCRIPT_READERS } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { linkNext, withCursor } from '../http/paging.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleFinding } from '../read-models/examples.js';
import { listFindingsRequest, listFindingsResponse, type ListFindingsRequest } from './list-findings.message.js';
import { ListFindingsQuery } from './list-findings.query.js';

@Controller('v1/findings')
export class ListFindingsController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...TRANSCRIPT_READERS)
  @Get()
  @Describe({
    id: 'listFindings',
    tag: 'findings',
    fr: 'Lister les constats, des interactions les plus récentes d’abord',
    en: 'List findings, those of the latest interactions first',
    answer: listFindingsResponse,
    example: { items: [exampleFinding], next: null },
    paged: true,
    problems: ['invalid_query', 'unprocessable', 'invalid_cursor'],
  })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: listFindingsRequest }) { limit, cursor, ...filter }: ListFindingsRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<FindingView>> {
    const query = new ListFindingsQuery(this.settings.organisationId, filter, { limit, cursor }, sightOf(actor));
    const page = await withCursor(() => this.queries.execute(query));
    linkNext(page, request, reply);
    return page;
  }
}
