import { Body, Controller, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, type Evaluation, REVIEWERS, sightOf } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { begunId, evaluationFor, evaluationTag, viewerOf } from '../evaluations/evaluation-answers.js';
import { checkedKey, TakesIdempotencyKey } from '../http/idempotency-key.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleEvaluation } from '../read-models/evaluation.example.js';
import { beginBody, evaluation } from '../read-models/evaluation.schema.js';
import { BeginEvaluationCommand } from './begin-evaluation.command.js';

@Controller('v1/interactions')
export class BeginEvaluationController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Allow(...REVIEWERS)
  @Post(':id/evaluations')
  @HttpCode(201)
  @TakesIdempotencyKey()
  @Describe({
    id: 'beginEvaluation',
    tag: 'evaluations',
    fr: 'Commencer à évaluer quelqu’un dans une interaction, en brouillon',
    en: 'Begin to evaluate somebody in an interaction, as a draft',
    details:
      'Par la version en vigueur le jour de l’interaction. Personne ne s’évalue. Votre brouillon déjà commencé est rendu. Une évaluation remise ne se corrige que par une nouvelle qui la remplace. · ' +
      'By the version in force on the day of the interaction. Nobody evaluates herself. A draft of yours that is there is given back. A submitted evaluation is only corrected by a new one that replaces it.',
    answer: evaluation,
    example: { ...exampleEvaluation, state: 'draft', submittedAt: null },
    changes: { status: 201 },
    problems: ['invalid_body', 'invalid_header', 'invalid_json', 'invalid_path', 'not_found', 'own_evaluation', 'already_evaluated', 'evaluation_replaced', 'idempotency_conflict', 'unsupported_media_type'],
  })
  async begin(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) interactionId: string,
    @Headers('idempotency-key') given: string | undefined,
    @Body({ schema: beginBody }) { scorecard, agent, replaces }: z.output<typeof beginBody>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Evaluation> {
    const { organisationId, id: by } = actor;
    const begun = await this.commands.execute(new BeginEvaluationCommand({ organisationId, interactionId, scorecardId: scorecard, agent, replaces: replaces ?? null, by, sight: sightOf(actor), key: checkedKey(given) }));
    const draft = await evaluationFor(this.queries, organisationId, begunId(begun), viewerOf(actor));
    void reply.header('etag', evaluationTag(draft));
    return draft;
  }
}
