import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, EVALUATION_STATES, type EvaluationSummary, type Page, TEAM_READERS } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { viewerOf } from '../evaluations/evaluation-answers.js';
import { pageFields, periodInOrder, reportFields } from '../http/filters.schema.js';
import { linkNext, withCursor } from '../http/paging.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleEvaluationSummary } from '../read-models/evaluation.example.js';
import { evaluationPage } from '../read-models/evaluation.schema.js';
import { ListEvaluationsQuery } from './list-evaluations.query.js';

const request = z
  .strictObject({ ...reportFields, scorecard: z.uuid().optional(), interaction: z.uuid().optional(), state: z.enum(EVALUATION_STATES).optional(), ...pageFields })
  .check(periodInOrder);

@Controller('v1/evaluations')
export class ListEvaluationsController {
  constructor(private readonly queries: QueryBus) {}

  @Allow(...TEAM_READERS)
  @Get()
  @Describe({
    id: 'listEvaluations',
    tag: 'evaluations',
    fr: 'Les évaluations remplies par des personnes, l’interaction la plus récente d’abord',
    en: 'Evaluations that people filled in, latest interaction first',
    details: 'Les brouillons des autres n’y sont pas. · Without drafts of others.',
    answer: evaluationPage,
    example: { items: [exampleEvaluationSummary], next: null },
    paged: true,
    problems: ['invalid_query', 'unprocessable', 'invalid_cursor'],
  })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: request }) { limit, cursor, ...filter }: z.output<typeof request>,
    @Req() sent: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<EvaluationSummary>> {
    const page = await withCursor(() => this.queries.execute(new ListEvaluationsQuery(actor.organisationId, filter, { limit, cursor }, viewerOf(actor))));
    linkNext(page, sent, reply);
    return page;
  }
}
