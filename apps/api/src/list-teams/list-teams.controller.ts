import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, FIGURE_READERS, type Page, sightOf, type TeamCard } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { pageFields } from '../http/filters.schema.js';
import { linkNext, withCursor } from '../http/paging.js';
import { search } from '../list-people/list-people.message.js';
import { Describe } from '../openapi/describe.decorator.js';
import { teamCard } from '../read-models/directory.schema.js';
import { pageOf } from '../read-models/named.schema.js';
import { ListTeamsQuery } from './list-teams.query.js';

const listTeamsRequest = z.strictObject({ search, ...pageFields });
const listTeamsResponse = pageOf('TeamPage', teamCard);

@Controller('v1/teams')
export class ListTeamsController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...FIGURE_READERS)
  @Get()
  @Describe({
    id: 'listTeams',
    tag: 'directory',
    fr: 'Lister les équipes',
    en: 'List teams',
    answer: listTeamsResponse,
    example: { items: [{ ref: 't-1', name: 'Nord', agents: 6 }], next: null },
    paged: true,
    problems: ['invalid_query', 'invalid_cursor'],
  })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: listTeamsRequest }) { limit, cursor, search: text }: z.output<typeof listTeamsRequest>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<TeamCard>> {
    const page = await withCursor(() => this.queries.execute(new ListTeamsQuery(this.settings.organisationId, text, { limit, cursor }, sightOf(actor))));
    linkNext(page, request, reply);
    return page;
  }
}
