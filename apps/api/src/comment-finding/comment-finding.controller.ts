import { isDeepStrictEqual } from 'node:util';
import { Body, Controller, Headers, Param, Put, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Actor, FindingView } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { changedMeanwhile, findingNow, seenFinding } from '../disputes/disputed-finding.js';
import { ownSight, selfOf } from '../disputes/own.js';
import { Describe } from '../openapi/describe.decorator.js';
import { commentBody } from '../read-models/dispute.schema.js';
import { exampleCommentedFinding } from '../read-models/dispute.example.js';
import { findingView } from '../read-models/finding.schema.js';
import { findingTag, noSuchFinding } from '../reviews/reviewed-finding.js';
import { CommentFindingCommand } from './comment-finding.command.js';

@Controller('v1/findings')
export class CommentFindingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Allow('agent')
  @Put(':id/comment')
  @Describe({
    id: 'commentFinding',
    tag: 'disputes',
    fr: 'Commenter un constat qui vous concerne',
    en: 'Comment on a finding of your own',
    details:
      'À tout moment, quel que soit l’état du constat, écart ou point fort. Qui peut lire le constat lit le commentaire ; aucun chiffre ne change. · ' +
      'At any time, whatever the status, violation or merit. Whoever reads the finding reads the comment; no figure changes.',
    answer: findingView,
    example: exampleCommentedFinding,
    changes: true,
    problems: ['invalid_body', 'invalid_json', 'invalid_path', 'not_found', 'precondition_failed', 'unsupported_media_type'],
  })
  async comment(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: commentBody }) { text }: z.output<typeof commentBody>,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FindingView> {
    const self = selfOf(actor);
    const sight = ownSight(self);
    const seen = await seenFinding(this.queries, self.organisationId, id, sight, ifMatch);
    const { kind } = await this.commands.execute(
      new CommentFindingCommand({ ...self, findingId: id, text, expects: (standing) => seen === undefined || isDeepStrictEqual(standing, seen.comment) }),
    );
    if (kind === 'missing') throw noSuchFinding();
    if (kind === 'changed') throw changedMeanwhile();
    const finding = await findingNow(this.queries, self.organisationId, id, sight);
    void reply.header('etag', findingTag(finding));
    return finding;
  }
}
