import { Controller, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, type Evaluation, REVIEWERS } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { checkFilled, evaluationAction, evaluationFor, evaluationTag, viewerOf } from '../evaluations/evaluation-answers.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleEvaluation } from '../read-models/evaluation.example.js';
import { evaluation } from '../read-models/evaluation.schema.js';
import { SubmitEvaluationCommand } from './submit-evaluation.command.js';

@Controller('v1/evaluations')
export class SubmitEvaluationController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Allow(...REVIEWERS)
  @Post(':id/submission')
  @HttpCode(200)
  @Describe({
    id: 'submitEvaluation',
    tag: 'evaluations',
    fr: 'Remettre votre évaluation',
    en: 'Submit your evaluation',
    details: 'Elle ne change plus, le conseiller la voit, et elle remplace celle qu’elle corrige. Envoyée deux fois, elle n’agit qu’une fois. Inscrit au journal. · It never changes, the agent sees it, and it takes the place of what it corrects. Sent twice it acts once. Journalled.',
    answer: evaluation,
    example: exampleEvaluation,
    changes: true,
    problems: ['invalid_path', 'not_found', 'own_evaluation', 'already_evaluated', 'evaluation_incomplete', 'evaluation_replaced', 'precondition_failed'],
  })
  async submit(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Evaluation> {
    checkFilled(await this.commands.execute(new SubmitEvaluationCommand(await evaluationAction(this.queries, actor, id, ifMatch))));
    const submitted = await evaluationFor(this.queries, actor.organisationId, id, viewerOf(actor));
    void reply.header('etag', evaluationTag(submitted));
    return submitted;
  }
}
