import { Controller, Get, Header, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, REVIEWERS, type ReviewerName } from '#domain';
import { AllowForAllTeams, CurrentActor } from '#runtime';
import { noParameters } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { reviewerList } from '../read-models/calibration.schema.js';
import { ListReviewersQuery } from './list-reviewers.query.js';

@Controller('v1/reviewers')
export class ListReviewersController {
  constructor(private readonly queries: QueryBus) {}

  @AllowForAllTeams(...REVIEWERS)
  @Get()
  @Header('cache-control', 'no-store')
  @Describe({
    id: 'listReviewers',
    tag: 'calibrations',
    fr: 'À qui l’on peut demander de juger : les comptes ouverts qui relisent, et les équipes qu’ils voient',
    en: 'Who can be asked to judge: open accounts that review, and the teams they see',
    answer: reviewerList,
    example: { items: [{ id: '5e0c7f86-6a51-4c1f-9b5f-0d8a0a1f2b3c', name: 'Anne', teams: 'all' }] },
    problems: ['invalid_query'],
  })
  async list(@CurrentActor() actor: Actor, @Query({ schema: noParameters }) _none: unknown): Promise<{ items: readonly ReviewerName[] }> {
    return { items: await this.queries.execute(new ListReviewersQuery(actor.organisationId)) };
  }
}
