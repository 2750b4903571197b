import { Body, Controller, Headers, Param, Put, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Actor, Evaluation } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ownSight, selfOf } from '../disputes/own.js';
import { evaluationFor, evaluationTag, seenRevision, viewerOf } from '../evaluations/evaluation-answers.js';
import { checkOwn } from '../evaluations/own-evaluation.js';
import { Describe } from '../openapi/describe.decorator.js';
import { commentBody } from '../read-models/dispute.schema.js';
import { exampleEvaluation } from '../read-models/evaluation.example.js';
import { evaluation } from '../read-models/evaluation.schema.js';
import { CommentEvaluationCommand } from './comment-evaluation.command.js';

@Controller('v1/evaluations')
export class CommentEvaluationController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Allow('agent')
  @Put(':id/comment')
  @Describe({
    id: 'commentEvaluation',
    tag: 'evaluations',
    fr: 'Commenter votre évaluation',
    en: 'Comment on your evaluation',
    details: 'À tout moment, remplacée ou non. Qui peut la lire lit le commentaire ; aucun chiffre ne change. · At any time, replaced or not. Whoever reads it reads the comment; no figure changes.',
    answer: evaluation,
    example: { ...exampleEvaluation, comment: { text: 'Le client avait déjà donné son nom.', at: '2026-11-13T09:05:00.000Z' } },
    changes: true,
    problems: ['invalid_body', 'invalid_json', 'invalid_path', 'not_found', 'precondition_failed', 'unsupported_media_type'],
  })
  async comment(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: commentBody }) { text }: z.output<typeof commentBody>,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Evaluation> {
    const self = selfOf(actor);
    const viewer = viewerOf(actor, ownSight(self));
    const revision = seenRevision(await evaluationFor(this.queries, self.organisationId, id, viewer), ifMatch);
    checkOwn(await this.commands.execute(new CommentEvaluationCommand(self, id, text, revision)));
    const after = await evaluationFor(this.queries, self.organisationId, id, viewer);
    void reply.header('etag', evaluationTag(after));
    return after;
  }
}
