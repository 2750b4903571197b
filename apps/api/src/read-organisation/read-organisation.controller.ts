import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Organisation, ROLES } from '#domain';
import { Allow } from '#runtime';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { noParameters } from '../http/filters.schema.js';
import { noSuch } from '../http/no-such.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleOrganisation } from '../read-models/examples.js';
import { organisation } from '../read-models/organisation.schema.js';
import { ReadOrganisationQuery } from './read-organisation.query.js';

@Controller('v1/organisation')
export class ReadOrganisationController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...ROLES)
  @Get()
  @Describe({
    id: 'readOrganisation',
    tag: 'organisation',
    fr: 'Lire l’organisation et ses réglages d’équité',
    en: 'Read the organisation and its fairness settings',
    answer: organisation,
    example: exampleOrganisation,
    problems: ['invalid_query', 'not_found'],
  })
  async read(@Query({ schema: noParameters }) _none: unknown): Promise<Organisation> {
    const found = await this.queries.execute(new ReadOrganisationQuery(this.settings.organisationId));
    if (found === null) throw noSuch('Organisation', 'organisation');
    return found;
  }
}
