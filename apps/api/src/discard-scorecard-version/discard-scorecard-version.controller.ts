import { Controller, Delete, Headers, Param } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, type Scorecard, SCORECARD_KEEPERS } from '#domain';
import { AllowForAllTeams, CurrentActor } from '#runtime';
import { z } from 'zod';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleScorecard } from '../read-models/scorecard.example.js';
import { scorecard, versionNumber } from '../read-models/scorecard.schema.js';
import { checkActed, scorecardAction, scorecardFor } from '../scorecards/scorecard-answers.js';
import { DiscardScorecardVersionCommand } from './discard-scorecard-version.command.js';

@Controller('v1/scorecards')
export class DiscardScorecardVersionController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @AllowForAllTeams(...SCORECARD_KEEPERS)
  @Delete(':id/versions/:version')
  @Describe({
    id: 'discardScorecardVersion',
    tag: 'scorecards',
    fr: 'Jeter le brouillon d’une grille ; la réponse est ce qu’elle était',
    en: 'Throw the draft of a scorecard away; the answer is what it was',
    details: 'Une grille qui n’a que ce brouillon part avec lui. Ce qui est publié ne part pas. Inscrit au journal. · A scorecard that has nothing but this draft goes with it. What is published does not go. Journalled.',
    answer: scorecard,
    example: exampleScorecard,
    changes: { status: 200 },
    problems: ['invalid_path', 'not_found', 'precondition_failed', 'version_published'],
  })
  async discard(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('version', { schema: versionNumber }) version: number,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<Scorecard> {
    const before = await scorecardFor(this.queries, actor, id);
    checkActed(await this.commands.execute(new DiscardScorecardVersionCommand(await scorecardAction(this.queries, actor, id, ifMatch), version)));
    return before;
  }
}
