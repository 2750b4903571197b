import { Controller, Param, Put, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Actor, Evaluation } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ownSight, selfOf } from '../disputes/own.js';
import { evaluationFor, evaluationTag, viewerOf } from '../evaluations/evaluation-answers.js';
import { checkOwn } from '../evaluations/own-evaluation.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleEvaluation } from '../read-models/evaluation.example.js';
import { evaluation } from '../read-models/evaluation.schema.js';
import { AcknowledgeEvaluationCommand } from './acknowledge-evaluation.command.js';

@Controller('v1/evaluations')
export class AcknowledgeEvaluationController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Allow('agent')
  @Put(':id/acknowledgement')
  @Describe({
    id: 'acknowledgeEvaluation',
    tag: 'evaluations',
    fr: 'Dire que vous avez pris connaissance de votre évaluation',
    en: 'Say that you took note of your evaluation',
    details: 'Personne ne le dit pour quelqu’un d’autre. Ce n’est pas un accord. · Nobody says so for somebody else. It is not a consent.',
    answer: evaluation,
    example: { ...exampleEvaluation, acknowledgedAt: '2026-11-13T09:00:00.000Z' },
    changes: { status: 200, versioned: false },
    problems: ['invalid_path', 'not_found', 'own_evaluation', 'evaluation_replaced'],
  })
  async acknowledge(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Evaluation> {
    const self = selfOf(actor);
    checkOwn(await this.commands.execute(new AcknowledgeEvaluationCommand(self, id)));
    const after = await evaluationFor(this.queries, self.organisationId, id, viewerOf(actor, ownSight(self)));
    void reply.header('etag', evaluationTag(after));
    return after;
  }
}
