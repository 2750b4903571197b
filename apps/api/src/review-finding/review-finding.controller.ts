import { Body, Controller, Headers, Inject, Param, Put, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, type FindingView, REVIEWERS, sightOf } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleReviewedFinding } from '../read-models/examples.js';
import { findingView } from '../read-models/finding.schema.js';
import { judgement, judgementOf } from '../read-models/review.schema.js';
import { findingAfter, findingTag, seenReview } from '../reviews/reviewed-finding.js';
import { ReviewFindingCommand } from './review-finding.command.js';

@Controller('v1/findings')
export class ReviewFindingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...REVIEWERS)
  @Put(':id/review')
  @Describe({
    id: 'reviewFinding',
    tag: 'findings',
    fr: 'Confirmer ou écarter un constat',
    en: 'Confirm or dismiss a finding',
    details:
      'Inscrit au journal ; tous les chiffres suivent. Un constat écarté ne compte nulle part. Le jugement suit les mêmes mots d’une révision à l’autre. · ' +
      'Journalled; every figure follows. A dismissed finding counts nowhere. The judgement follows the same words from revision to revision.',
    answer: findingView,
    example: exampleReviewedFinding,
    changes: true,
    problems: ['invalid_body', 'invalid_json', 'invalid_path', 'not_found', 'own_finding', 'words_gone', 'added_by_hand', 'held_by_other', 'under_dispute', 'precondition_failed', 'unsupported_media_type'],
  })
  async review(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: judgement }) body: z.output<typeof judgement>,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FindingView> {
    const { organisationId } = this.settings;
    const seen = await seenReview(this.queries, actor, id, ifMatch);
    const reviewed = await this.commands.execute(new ReviewFindingCommand(organisationId, id, judgementOf(body), actor.id, seen, sightOf(actor)));
    const finding = await findingAfter(this.queries, actor, id, reviewed);
    void reply.header('etag', findingTag(finding));
    return finding;
  }
}
