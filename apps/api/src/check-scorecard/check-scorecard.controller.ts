import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, checkScorecard, SCORECARD_KEEPERS, type ScorecardProblem } from '#domain';
import { AllowForAllTeams, CurrentActor } from '#runtime';
import type { z } from 'zod';
import { Describe } from '../openapi/describe.decorator.js';
import { scorecardBody, scorecardProblems } from '../read-models/scorecard.schema.js';
import { ReadRulebookQuery } from '../read-rulebook/read-rulebook.query.js';

@Controller('v1/scorecards/check')
export class CheckScorecardController {
  constructor(private readonly queries: QueryBus) {}

  @AllowForAllTeams(...SCORECARD_KEEPERS)
  @Post()
  @HttpCode(200)
  @Describe({
    id: 'checkScorecard',
    tag: 'scorecards',
    fr: 'Vérifier une grille sans la garder',
    en: 'Check a scorecard without keeping it',
    details: 'Ce qui empêcherait de la publier, où, et comment le corriger. · What would keep it from being published, where, and how to put it right.',
    answer: scorecardProblems,
    example: { problems: [{ path: ['sections', 0, 'title'], fr: 'La section 1 n’a pas de titre : donnez-lui-en un.', en: 'Section 1 has no title: give it one.' }] },
    changes: { status: 200, versioned: false },
    problems: ['invalid_body', 'invalid_json', 'unsupported_media_type'],
  })
  async check(@CurrentActor() actor: Actor, @Body({ schema: scorecardBody }) definition: z.output<typeof scorecardBody>): Promise<{ problems: ScorecardProblem[] }> {
    return { problems: checkScorecard(definition, await this.queries.execute(new ReadRulebookQuery(actor.organisationId))) };
  }
}
