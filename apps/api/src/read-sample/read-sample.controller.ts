import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, REVIEWERS, type ReviewSample, sightOf } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { noParameters } from '../http/filters.schema.js';
import { noSuch } from '../http/no-such.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleSample, reviewSample } from '../read-models/review-sample.schema.js';
import { ReadSampleQuery } from './read-sample.query.js';

@Controller('v1/samples')
export class ReadSampleController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...REVIEWERS)
  @Get(':id')
  @Describe({
    id: 'readSample',
    tag: 'reviews',
    fr: 'Un échantillon et son avancement',
    en: 'A sample and how far it is',
    answer: reviewSample,
    example: exampleSample,
    problems: ['invalid_path', 'invalid_query', 'not_found'],
  })
  async read(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Query({ schema: noParameters }) _none: unknown): Promise<ReviewSample> {
    const sample = await this.queries.execute(new ReadSampleQuery(this.settings.organisationId, id, sightOf(actor)));
    if (sample === null) throw noSuch('Échantillon', 'sample');
    return sample;
  }
}
