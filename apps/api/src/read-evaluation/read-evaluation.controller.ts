import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, type Evaluation, TRANSCRIPT_READERS } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { evaluationFor, evaluationTag, viewerOf } from '../evaluations/evaluation-answers.js';
import { noParameters } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleEvaluation } from '../read-models/evaluation.example.js';
import { evaluation } from '../read-models/evaluation.schema.js';

@Controller('v1/evaluations')
export class ReadEvaluationController {
  constructor(private readonly queries: QueryBus) {}

  @Allow(...TRANSCRIPT_READERS)
  @Get(':id')
  @Describe({
    id: 'readEvaluation',
    tag: 'evaluations',
    fr: 'Une évaluation : questions, réponses, note, et ce qu’en dit le conseiller',
    en: 'An evaluation: questions, answers, score, and what the agent says of it',
    answer: evaluation,
    example: exampleEvaluation,
    problems: ['invalid_path', 'invalid_query', 'not_found'],
  })
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: noParameters }) _none: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Evaluation> {
    const found = await evaluationFor(this.queries, actor.organisationId, id, viewerOf(actor));
    void reply.header('etag', evaluationTag(found));
    return found;
  }
}
