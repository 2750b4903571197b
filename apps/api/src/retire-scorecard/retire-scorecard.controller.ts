import { Body, Controller, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, type Scorecard, SCORECARD_KEEPERS } from '#domain';
import { AllowForAllTeams, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleScorecard } from '../read-models/scorecard.example.js';
import { retirementBody, scorecard, versionNumber } from '../read-models/scorecard.schema.js';
import { checkActed, scorecardAction, scorecardFor, scorecardTag } from '../scorecards/scorecard-answers.js';
import { RetireScorecardCommand } from './retire-scorecard.command.js';

@Controller('v1/scorecards')
export class RetireScorecardController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @AllowForAllTeams(...SCORECARD_KEEPERS)
  @Post(':id/versions/:version/retirement')
  @HttpCode(200)
  @Describe({
    id: 'retireScorecard',
    tag: 'scorecards',
    fr: 'Retirer une version publiée',
    en: 'Retire a published version',
    details: 'Elle n’évalue plus d’interaction à partir de ce jour ; ce qu’elle a évalué reste. Inscrit au journal. · It evaluates no interaction from that day on; what it evaluated stays. Journalled.',
    answer: scorecard,
    example: exampleScorecard,
    changes: true,
    problems: ['invalid_body', 'invalid_json', 'invalid_path', 'not_found', 'precondition_failed', 'version_published', 'version_unpublished', 'date_past', 'unsupported_media_type'],
  })
  async retire(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('version', { schema: versionNumber }) version: number,
    @Body({ schema: retirementBody }) body: z.output<typeof retirementBody>,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Scorecard> {
    const action = await scorecardAction(this.queries, actor, id, ifMatch);
    checkActed(await this.commands.execute(new RetireScorecardCommand(action, version, body.from)));
    const after = await scorecardFor(this.queries, actor, id);
    void reply.header('etag', scorecardTag(after));
    return after;
  }
}
