import { Controller, Delete, Headers, Param } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, type Evaluation, REVIEWERS } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import { z } from 'zod';
import { checkFilled, evaluationAction, evaluationFor, viewerOf } from '../evaluations/evaluation-answers.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleEvaluation } from '../read-models/evaluation.example.js';
import { evaluation } from '../read-models/evaluation.schema.js';
import { DiscardEvaluationCommand } from './discard-evaluation.command.js';

@Controller('v1/evaluations')
export class DiscardEvaluationController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Allow(...REVIEWERS)
  @Delete(':id')
  @Describe({
    id: 'discardEvaluation',
    tag: 'evaluations',
    fr: 'Jeter votre brouillon ; la réponse est ce qu’il était',
    en: 'Throw your draft away; the answer is what it was',
    answer: evaluation,
    example: { ...exampleEvaluation, state: 'draft', submittedAt: null },
    changes: { status: 200 },
    problems: ['invalid_path', 'not_found', 'evaluation_submitted', 'precondition_failed'],
  })
  async discard(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Headers('if-match') ifMatch: string | undefined): Promise<Evaluation> {
    const draft = await evaluationFor(this.queries, actor.organisationId, id, viewerOf(actor));
    checkFilled(await this.commands.execute(new DiscardEvaluationCommand(await evaluationAction(this.queries, actor, id, ifMatch))));
    return draft;
  }
}
