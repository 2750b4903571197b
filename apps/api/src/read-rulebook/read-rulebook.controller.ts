import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ROLES, type RulebookDescription } from '#domain';
import { Allow } from '#runtime';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { noParameters } from '../http/filters.schema.js';
import { noSuch } from '../http/no-such.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleRulebook } from '../read-models/examples.js';
import { rulebook } from '../read-models/rulebook.schema.js';
import { ReadRulebookQuery } from './read-rulebook.query.js';

@Controller('v1/rulebooks/current')
export class ReadRulebookController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...ROLES)
  @Get()
  @Describe({
    id: 'readRulebook',
    tag: 'rulebooks',
    fr: 'Lire le référentiel en vigueur',
    en: 'Read the rulebook in force',
    answer: rulebook,
    example: exampleRulebook,
    problems: ['invalid_query', 'not_found'],
  })
  async read(@Query({ schema: noParameters }) _none: unknown): Promise<RulebookDescription> {
    const found = await this.queries.execute(new ReadRulebookQuery(this.settings.organisationId));
    if (found === null) throw noSuch('Référentiel', 'rulebook');
    return found;
  }
}
