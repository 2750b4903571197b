import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, type QueueSummary, REVIEWERS } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { noParameters } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleQueues, queueList } from '../read-models/review-queue.schema.js';
import { ListQueuesQuery } from './list-queues.query.js';

@Controller('v1/queues')
export class ListQueuesController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...REVIEWERS)
  @Get()
  @Describe({
    id: 'listQueues',
    tag: 'reviews',
    fr: 'Ce qu’il y a à relire, par file',
    en: 'What there is to review, by queue',
    answer: queueList,
    example: exampleQueues,
    problems: ['invalid_query'],
  })
  async list(@CurrentActor() actor: Actor, @Query({ schema: noParameters }) _none: unknown): Promise<{ queues: readonly QueueSummary[] }> {
    return { queues: await this.queries.execute(new ListQueuesQuery(this.settings.organisationId, actor.id, actor.teams)) };
  }
}
