import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, REVIEWERS, type ReviewSample, sightOf } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { noParameters } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleSample, sampleList } from '../read-models/review-sample.schema.js';
import { ListSamplesQuery } from './list-samples.query.js';

@Controller('v1/samples')
export class ListSamplesController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...REVIEWERS)
  @Get()
  @Describe({
    id: 'listSamples',
    tag: 'reviews',
    fr: 'Les échantillons et leur avancement, les derniers d’abord',
    en: 'Samples and how far they are, the latest first',
    answer: sampleList,
    example: { items: [exampleSample] },
    problems: ['invalid_query'],
  })
  async list(@CurrentActor() actor: Actor, @Query({ schema: noParameters }) _none: unknown): Promise<{ items: readonly ReviewSample[] }> {
    return { items: await this.queries.execute(new ListSamplesQuery(this.settings.organisationId, sightOf(actor))) };
  }
}
