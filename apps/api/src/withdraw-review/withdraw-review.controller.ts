import { Controller, Delete, Headers, Inject, Param, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, type FindingView, REVIEWERS, sightOf } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleFinding } from '../read-models/examples.js';
import { findingView } from '../read-models/finding.schema.js';
import { findingAfter, findingTag, seenReview } from '../reviews/reviewed-finding.js';
import { ReviewFindingCommand } from '../review-finding/review-finding.command.js';

@Controller('v1/findings')
export class WithdrawReviewController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...REVIEWERS)
  @Delete(':id/review')
  @Describe({
    id: 'withdrawReview',
    tag: 'findings',
    fr: 'Revenir sur un jugement',
    en: 'Take a judgement back',
    details:
      'Le constat est de nouveau à revoir ; les chiffres suivent ; le journal garde les deux. Sans jugement, ne change rien. · ' +
      'The finding waits for review again; figures follow; the journal keeps both. Without a judgement, changes nothing.',
    answer: findingView,
    example: exampleFinding,
    changes: true,
    problems: ['invalid_path', 'not_found', 'own_finding', 'words_gone', 'added_by_hand', 'held_by_other', 'under_dispute', 'precondition_failed'],
  })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FindingView> {
    const { organisationId } = this.settings;
    const seen = await seenReview(this.queries, actor, id, ifMatch);
    const reviewed = await this.commands.execute(new ReviewFindingCommand(organisationId, id, null, actor.id, seen, sightOf(actor)));
    const finding = await findingAfter(this.queries, actor, id, reviewed);
    void reply.header('etag', findingTag(finding));
    return finding;
  }
}
