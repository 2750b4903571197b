import { Body, Controller, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, type Scorecard, SCORECARD_KEEPERS } from '#domain';
import { AllowForAllTeams, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleScorecard } from '../read-models/scorecard.example.js';
import { publicationBody, scorecard, versionNumber } from '../read-models/scorecard.schema.js';
import { checkActed, scorecardAction, scorecardFor, scorecardTag } from '../scorecards/scorecard-answers.js';
import { PublishScorecardCommand } from './publish-scorecard.command.js';

@Controller('v1/scorecards')
export class PublishScorecardController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @AllowForAllTeams(...SCORECARD_KEEPERS)
  @Post(':id/versions/:version/publication')
  @HttpCode(200)
  @Describe({
    id: 'publishScorecard',
    tag: 'scorecards',
    fr: 'Publier le brouillon d’une grille',
    en: 'Publish the draft of a scorecard',
    details: 'La version ne change plus, et compte pour les interactions à partir de sa date d’effet, jamais d’avant. Inscrit au journal. · The version never changes, and counts for interactions from its effective date on, never before. Journalled.',
    answer: scorecard,
    example: exampleScorecard,
    changes: true,
    problems: ['invalid_body', 'invalid_json', 'invalid_path', 'not_found', 'precondition_failed', 'version_published', 'date_past', 'invalid_scorecard', 'unsupported_media_type'],
  })
  async publish(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('version', { schema: versionNumber }) version: number,
    @Body({ schema: publicationBody }) body: z.output<typeof publicationBody>,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Scorecard> {
    const action = await scorecardAction(this.queries, actor, id, ifMatch);
    checkActed(await this.commands.execute(new PublishScorecardCommand(action, version, body.effectiveOn)));
    const after = await scorecardFor(this.queries, actor, id);
    void reply.header('etag', scorecardTag(after));
    return after;
  }
}
