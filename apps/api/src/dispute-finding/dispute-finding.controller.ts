import { Body, Controller, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Actor, FindingView } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { findingNow, seenFinding, standsAs } from '../disputes/disputed-finding.js';
import { ownSight, selfOf } from '../disputes/own.js';
import { checkedKey, TakesIdempotencyKey } from '../http/idempotency-key.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleDisputedFinding } from '../read-models/dispute.example.js';
import { disputeBody } from '../read-models/dispute.schema.js';
import { findingView } from '../read-models/finding.schema.js';
import { findingTag } from '../reviews/reviewed-finding.js';
import { DisputeFindingCommand } from './dispute-finding.command.js';
import { refusedDispute } from './refused-dispute.js';

@Controller('v1/findings')
export class DisputeFindingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Allow('agent')
  @Post(':id/dispute')
  @HttpCode(201)
  @TakesIdempotencyKey()
  @Describe({
    id: 'disputeFinding',
    tag: 'disputes',
    fr: 'Contester un écart confirmé qui vous concerne',
    en: 'Dispute a confirmed violation of your own',
    details:
      'Avec une raison, dans le délai de l’organisation, une fois par jugement. Jusqu’à la réponse de quelqu’un d’autre que son auteur, l’écart ne compte pas dans vos chiffres. · ' +
      'With a reason, within the organisation’s period, once per judgement. Until somebody other than its author answers, the violation does not count in your figures.',
    answer: findingView,
    example: exampleDisputedFinding,
    changes: { status: 201 },
    problems: ['invalid_body', 'invalid_header', 'invalid_json', 'invalid_path', 'not_found', 'not_disputable', 'already_disputed', 'dispute_too_late', 'precondition_failed', 'idempotency_conflict', 'unsupported_media_type'],
  })
  async dispute(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: disputeBody }) { reason }: z.output<typeof disputeBody>,
    @Headers('idempotency-key') given: string | undefined,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FindingView> {
    const self = selfOf(actor);
    const sight = ownSight(self);
    const key = checkedKey(given);
    // A request sent again with its key names the version that it replaced itself.
    const again = key !== undefined && (await findingNow(this.queries, self.organisationId, id, sight)).dispute !== null;
    const seen = again ? undefined : await seenFinding(this.queries, self.organisationId, id, sight, ifMatch);
    const disputed = await this.commands.execute(new DisputeFindingCommand({ ...self, findingId: id, reason, key, expects: standsAs(seen) }));
    const refused = refusedDispute(disputed);
    if (refused !== undefined) throw refused;
    const finding = await findingNow(this.queries, self.organisationId, id, sight);
    void reply.header('etag', findingTag(finding));
    return finding;
  }
}
