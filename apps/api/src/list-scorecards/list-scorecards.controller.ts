import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, ROLES, type ScorecardSummary } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import { noParameters } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleScorecard } from '../read-models/scorecard.example.js';
import { scorecardList } from '../read-models/scorecard.schema.js';
import { readsDrafts, summaryOf } from '../scorecards/scorecard-answers.js';
import { ListScorecardsQuery } from './list-scorecards.query.js';

@Controller('v1/scorecards')
export class ListScorecardsController {
  constructor(private readonly queries: QueryBus) {}

  @Allow(...ROLES)
  @Get()
  @Describe({
    id: 'listScorecards',
    tag: 'scorecards',
    fr: 'Les grilles et leurs versions, les dernières d’abord',
    en: 'Scorecards and their versions, the latest first',
    details: 'Qui est évalué lit les grilles publiées ; leurs brouillons, qui les écrit. · Whoever is evaluated reads published scorecards; drafts are for those who write them.',
    answer: scorecardList,
    example: { items: [summaryOf(exampleScorecard)] },
    problems: ['invalid_query'],
  })
  async list(@CurrentActor() actor: Actor, @Query({ schema: noParameters }) _none: unknown): Promise<{ items: ScorecardSummary[] }> {
    return { items: (await this.queries.execute(new ListScorecardsQuery(actor.organisationId, readsDrafts(actor)))).map(summaryOf) };
  }
}
