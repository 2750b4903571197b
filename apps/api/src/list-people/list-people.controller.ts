import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, type Page, type PersonCard, sightOf, TEAM_READERS } from '#domain';
import { Allow, AllowForAllTeams, CurrentActor } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { linkNext, withCursor } from '../http/paging.js';
import { Describe } from '../openapi/describe.decorator.js';
import { examplePerson } from '../read-models/directory.schema.js';
import { listAgentsRequest, type ListAgentsRequest, listCustomersRequest, type ListCustomersRequest, listPeopleResponse } from './list-people.message.js';
import { ListPeopleQuery } from './list-people.query.js';

@Controller('v1')
export class ListPeopleController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...TEAM_READERS)
  @Get('agents')
  @Describe({
    id: 'listAgents',
    tag: 'directory',
    fr: 'Lister les agents, chacun une fois avec toutes ses références',
    en: 'List agents, each once with all their refs',
    answer: listPeopleResponse,
    example: { items: [examplePerson], next: null },
    paged: true,
    problems: ['invalid_query', 'invalid_cursor'],
  })
  async agents(
    @CurrentActor() actor: Actor,
    @Query({ schema: listAgentsRequest }) { limit, cursor, ...filter }: ListAgentsRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<PersonCard>> {
    return this.answer(new ListPeopleQuery(this.settings.organisationId, 'agent', filter, { limit, cursor }, sightOf(actor)), request, reply);
  }

  @AllowForAllTeams('admin', 'cx-owner', 'dpo')
  @Get('customers')
  @Describe({
    id: 'listCustomers',
    tag: 'directory',
    fr: 'Lister les clients, chacun une fois avec toutes ses références',
    en: 'List customers, each once with all their refs',
    answer: listPeopleResponse,
    example: { items: [{ ...examplePerson, ref: 'c-17', name: 'Jeanne Exemple', team: null }], next: null },
    paged: true,
    problems: ['invalid_query', 'invalid_cursor'],
  })
  async customers(
    @CurrentActor() actor: Actor,
    @Query({ schema: listCustomersRequest }) { limit, cursor, ...filter }: ListCustomersRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<PersonCard>> {
    return this.answer(new ListPeopleQuery(this.settings.organisationId, 'customer', filter, { limit, cursor }, sightOf(actor)), request, reply);
  }

  private async answer(query: ListPeopleQuery, request: FastifyRequest, reply: FastifyReply): Promise<Page<PersonCard>> {
    const page = await withCursor(() => this.queries.execute(query));
    linkNext(page, request, reply);
    return page;
  }
}
