import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, type PersonCard, type PersonKind, sightOf, TEAM_READERS } from '#domain';
import { Allow, AllowForAllTeams, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { noSuchPerson, personTag } from '../directory/person-edit.js';
import { noParameters, ref as refSchema } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { examplePerson, personCard } from '../read-models/directory.schema.js';
import { ReadPersonQuery } from './read-person.query.js';

const DETAILS = 'N’importe laquelle de ses références mène à la même personne. · Any of its refs leads to the same person.';

@Controller('v1')
export class ReadPersonController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...TEAM_READERS)
  @Get('agents/:ref')
  @Describe({ id: 'readAgent', tag: 'directory', fr: 'Lire un agent', en: 'Read an agent', details: DETAILS, answer: personCard, example: examplePerson, problems: ['invalid_path', 'invalid_query', 'not_found'] })
  async agent(@CurrentActor() actor: Actor, @Param('ref', { schema: refSchema }) ref: string, @Query({ schema: noParameters }) _none: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<PersonCard> {
    return this.read(actor, 'agent', ref, reply);
  }

  @AllowForAllTeams('admin', 'cx-owner', 'dpo')
  @Get('customers/:ref')
  @Describe({ id: 'readCustomer', tag: 'directory', fr: 'Lire un client', en: 'Read a customer', details: DETAILS, answer: personCard, example: { ...examplePerson, ref: 'c-17', team: null }, problems: ['invalid_path', 'invalid_query', 'not_found'] })
  async customer(@CurrentActor() actor: Actor, @Param('ref', { schema: refSchema }) ref: string, @Query({ schema: noParameters }) _none: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<PersonCard> {
    return this.read(actor, 'customer', ref, reply);
  }

  private async read(actor: Actor, kind: PersonKind, ref: string, reply: FastifyReply): Promise<PersonCard> {
    const person = await this.queries.execute(new ReadPersonQuery(this.settings.organisationId, kind, ref, sightOf(actor)));
    if (person === null) throw noSuchPerson(kind);
    void reply.header('etag', personTag(person));
    return person;
  }
}
