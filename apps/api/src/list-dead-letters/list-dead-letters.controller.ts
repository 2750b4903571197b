import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { DeadLetterSummary, Page } from '#domain';
import { AllowForAllTeams } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { linkNext, withCursor } from '../http/paging.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleLetter } from '../read-models/dead-letter.schema.js';
import { listDeadLettersRequest, listDeadLettersResponse, type ListDeadLettersRequest } from './list-dead-letters.message.js';
import { ListDeadLettersQuery } from './list-dead-letters.query.js';

@Controller('v1/dead-letters')
export class ListDeadLettersController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams('admin', 'dpo')
  @Get()
  @Describe({
    id: 'listDeadLetters',
    tag: 'dead-letters',
    fr: 'Lister les messages mis de côté, les derniers d’abord',
    en: 'List dead letters, the latest first',
    answer: listDeadLettersResponse,
    example: { items: [exampleLetter], next: null },
    paged: true,
    problems: ['invalid_query', 'unprocessable', 'invalid_cursor'],
  })
  async list(
    @Query({ schema: listDeadLettersRequest }) { limit, cursor, ...filter }: ListDeadLettersRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<DeadLetterSummary>> {
    const query = new ListDeadLettersQuery(this.settings.organisationId, filter, { limit, cursor });
    const page = await withCursor(() => this.queries.execute(query));
    linkNext(page, request, reply);
    return page;
  }
}
