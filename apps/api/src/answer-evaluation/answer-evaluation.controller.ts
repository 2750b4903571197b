import { Body, Controller, Headers, Param, Put, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, type Evaluation, type EvaluationAnswer, REVIEWERS } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { checkFilled, evaluationAction, evaluationFor, evaluationTag, viewerOf } from '../evaluations/evaluation-answers.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleEvaluation } from '../read-models/evaluation.example.js';
import { answersBody, evaluation } from '../read-models/evaluation.schema.js';
import { AnswerEvaluationCommand } from './answer-evaluation.command.js';

@Controller('v1/evaluations')
export class AnswerEvaluationController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Allow(...REVIEWERS)
  @Put(':id/answers')
  @Describe({
    id: 'answerEvaluation',
    tag: 'evaluations',
    fr: 'Écrire les réponses de votre brouillon',
    en: 'Write the answers of your draft',
    details: 'Toutes à la fois ; il peut en manquer. Les citations sont relevées dans l’interaction. · All at once; some may be missing. Quotes are taken from the interaction.',
    answer: evaluation,
    example: { ...exampleEvaluation, state: 'draft', submittedAt: null },
    changes: true,
    problems: ['invalid_body', 'invalid_json', 'invalid_path', 'not_found', 'evaluation_submitted', 'precondition_failed', 'unsupported_media_type'],
  })
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: answersBody }) { answers }: z.output<typeof answersBody>,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Evaluation> {
    const action = await evaluationAction(this.queries, actor, id, ifMatch);
    const given = answers.map(({ comment = null, evidence = [], ...answer }): EvaluationAnswer => ({ ...answer, comment, evidence: evidence.map((place) => ({ ...place, quote: '' })) }));
    checkFilled(await this.commands.execute(new AnswerEvaluationCommand(action, given)));
    const draft = await evaluationFor(this.queries, actor.organisationId, id, viewerOf(actor));
    void reply.header('etag', evaluationTag(draft));
    return draft;
  }
}
