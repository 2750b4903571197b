import { Body, Controller, Headers, HttpCode, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, type Scorecard, SCORECARD_KEEPERS } from '#domain';
import { AllowForAllTeams, CurrentActor, ProblemException } from '#runtime';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { checkedKey, TakesIdempotencyKey } from '../http/idempotency-key.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleScorecard } from '../read-models/scorecard.example.js';
import { scorecard, scorecardBody } from '../read-models/scorecard.schema.js';
import { scorecardFor, scorecardTag } from '../scorecards/scorecard-answers.js';
import { CreateScorecardCommand } from './create-scorecard.command.js';

@Controller('v1/scorecards')
export class CreateScorecardController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @AllowForAllTeams(...SCORECARD_KEEPERS)
  @Post()
  @HttpCode(201)
  @TakesIdempotencyKey()
  @Describe({
    id: 'createScorecard',
    tag: 'scorecards',
    fr: 'Commencer une grille, en brouillon',
    en: 'Begin a scorecard, as a draft',
    details: 'Un brouillon peut être incomplet : `problems` dit ce qui manque, et où. Il n’évalue personne. · A draft may be incomplete: `problems` says what is missing, and where. It evaluates nobody.',
    answer: scorecard,
    example: exampleScorecard,
    changes: { status: 201 },
    problems: ['invalid_body', 'invalid_header', 'invalid_json', 'idempotency_conflict', 'unsupported_media_type'],
  })
  async create(
    @CurrentActor() actor: Actor,
    @Headers('idempotency-key') given: string | undefined,
    @Body({ schema: scorecardBody }) definition: z.output<typeof scorecardBody>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Scorecard> {
    const created = await this.commands.execute(new CreateScorecardCommand(actor.organisationId, definition, actor.id, checkedKey(given)));
    if (created.kind === 'other') {
      throw new ProblemException(422, 'idempotency_conflict', { fr: 'Cette « Idempotency-Key » a déjà servi pour une autre grille.', en: 'This "Idempotency-Key" was already used for another scorecard.' });
    }
    const made = await scorecardFor(this.queries, actor, created.scorecardId);
    void reply.header('etag', scorecardTag(made));
    return made;
  }
}
