import { Controller, Get, Header, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Actor, EvaluationSummary, Page } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ownSight, selfOf } from '../disputes/own.js';
import { viewerOf } from '../evaluations/evaluation-answers.js';
import { pageFields } from '../http/filters.schema.js';
import { linkNext, withCursor } from '../http/paging.js';
import { ListEvaluationsQuery } from '../list-evaluations/list-evaluations.query.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleEvaluationSummary } from '../read-models/evaluation.example.js';
import { evaluationPage } from '../read-models/evaluation.schema.js';

const request = z.strictObject(pageFields);

@Controller('v1/me/evaluations')
export class ListOwnEvaluationsController {
  constructor(private readonly queries: QueryBus) {}

  @Allow('agent')
  @Get()
  @Header('cache-control', 'no-store')
  @Describe({
    id: 'listOwnEvaluations',
    tag: 'evaluations',
    fr: 'Mes évaluations remises, et celles de personne d’autre',
    en: 'My submitted evaluations, and nobody else’s',
    answer: evaluationPage,
    example: { items: [exampleEvaluationSummary], next: null },
    paged: true,
    problems: ['invalid_query', 'invalid_cursor'],
  })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: request }) { limit, cursor }: z.output<typeof request>,
    @Req() sent: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<EvaluationSummary>> {
    const self = selfOf(actor);
    const page = await withCursor(() => this.queries.execute(new ListEvaluationsQuery(self.organisationId, {}, { limit, cursor }, viewerOf(actor, ownSight(self)))));
    linkNext(page, sent, reply);
    return page;
  }
}
