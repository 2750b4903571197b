import { Controller, Delete, Headers, Param, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Actor, FindingView } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { alreadySettled, changedMeanwhile, findingNow, seenFinding, standsAs } from '../disputes/disputed-finding.js';
import { ownSight, selfOf } from '../disputes/own.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleCommentedFinding } from '../read-models/dispute.example.js';
import { findingView } from '../read-models/finding.schema.js';
import { findingTag, noSuchFinding } from '../reviews/reviewed-finding.js';
import { WithdrawDisputeCommand } from './withdraw-dispute.command.js';

@Controller('v1/findings')
export class WithdrawDisputeController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Allow('agent')
  @Delete(':id/dispute')
  @Describe({
    id: 'withdrawDispute',
    tag: 'disputes',
    fr: 'Retirer sa contestation',
    en: 'Take one’s dispute back',
    details:
      'Tant que personne n’y a répondu. L’écart compte de nouveau, et se conteste de nouveau dans le délai. Sans contestation, ne change rien. · ' +
      'As long as nobody has answered. The violation counts again, and can be disputed again within the period. Without a dispute, changes nothing.',
    answer: findingView,
    example: exampleCommentedFinding,
    changes: true,
    problems: ['invalid_path', 'not_found', 'already_settled', 'precondition_failed'],
  })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FindingView> {
    const self = selfOf(actor);
    const sight = ownSight(self);
    const seen = await seenFinding(this.queries, self.organisationId, id, sight, ifMatch);
    const { kind } = await this.commands.execute(new WithdrawDisputeCommand({ ...self, findingId: id, expects: standsAs(seen) }));
    if (kind === 'missing') throw noSuchFinding();
    if (kind === 'changed') throw changedMeanwhile();
    if (kind === 'settled') throw alreadySettled();
    const finding = await findingNow(this.queries, self.organisationId, id, sight);
    void reply.header('etag', findingTag(finding));
    return finding;
  }
}
