import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, ROLES, type Scorecard } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { noParameters } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleScorecard } from '../read-models/scorecard.example.js';
import { scorecard } from '../read-models/scorecard.schema.js';
import { scorecardFor, scorecardTag } from '../scorecards/scorecard-answers.js';

@Controller('v1/scorecards')
export class ReadScorecardController {
  constructor(private readonly queries: QueryBus) {}

  @Allow(...ROLES)
  @Get(':id')
  @Describe({
    id: 'readScorecard',
    tag: 'scorecards',
    fr: 'Une grille et toutes ses versions',
    en: 'A scorecard and all its versions',
    answer: scorecard,
    example: exampleScorecard,
    problems: ['invalid_path', 'invalid_query', 'not_found'],
  })
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: noParameters }) _none: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Scorecard> {
    const found = await scorecardFor(this.queries, actor, id);
    void reply.header('etag', scorecardTag(found));
    return found;
  }
}
