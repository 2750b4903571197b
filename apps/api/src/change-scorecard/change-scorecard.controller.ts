import { Body, Controller, Headers, Param, Put, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, type Scorecard, SCORECARD_KEEPERS } from '#domain';
import { AllowForAllTeams, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleScorecard } from '../read-models/scorecard.example.js';
import { scorecard, scorecardBody } from '../read-models/scorecard.schema.js';
import { checkActed, scorecardAction, scorecardFor, scorecardTag } from '../scorecards/scorecard-answers.js';
import { ChangeScorecardCommand } from './change-scorecard.command.js';

@Controller('v1/scorecards')
export class ChangeScorecardController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @AllowForAllTeams(...SCORECARD_KEEPERS)
  @Put(':id/draft')
  @Describe({
    id: 'changeScorecard',
    tag: 'scorecards',
    fr: 'Écrire le brouillon d’une grille',
    en: 'Write the draft of a scorecard',
    details: 'Sans brouillon, commence celui de la version suivante ; les versions publiées restent. · Without a draft it begins that of the next version; published versions stay.',
    answer: scorecard,
    example: exampleScorecard,
    changes: true,
    problems: ['invalid_body', 'invalid_json', 'invalid_path', 'not_found', 'precondition_failed', 'unsupported_media_type'],
  })
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: scorecardBody }) body: z.output<typeof scorecardBody>,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Scorecard> {
    const action = await scorecardAction(this.queries, actor, id, ifMatch);
    checkActed(await this.commands.execute(new ChangeScorecardCommand(action, body)));
    const after = await scorecardFor(this.queries, actor, id);
    void reply.header('etag', scorecardTag(after));
    return after;
  }
}
