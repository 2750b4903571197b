import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, type ContradictionView, type Page, sightOf, TEAM_READERS } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { linkNext, withCursor } from '../http/paging.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleContradiction } from '../read-models/history.example.js';
import { listContradictionsRequest, listContradictionsResponse, type ListContradictionsRequest } from './list-contradictions.message.js';
import { ListContradictionsQuery } from './list-contradictions.query.js';

@Controller('v1/contradictions')
export class ListContradictionsController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...TEAM_READERS)
  @Get()
  @Describe({
    id: 'listContradictions',
    tag: 'contradictions',
    fr: 'Lister les contradictions, les plus récentes d’abord, avec leurs deux extraits',
    en: 'List contradictions, the latest first, with both extracts',
    answer: listContradictionsResponse,
    example: { items: [exampleContradiction], next: null },
    paged: true,
    problems: ['invalid_query', 'unprocessable', 'invalid_cursor'],
  })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: listContradictionsRequest }) { limit, cursor, ...filter }: ListContradictionsRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<ContradictionView>> {
    const page = await withCursor(() => this.queries.execute(new ListContradictionsQuery(this.settings.organisationId, filter, { limit, cursor }, sightOf(actor))));
    linkNext(page, request, reply);
    return page;
  }
}
