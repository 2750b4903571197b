import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, HOLD_MINUTES, type QueueItem, REVIEWERS } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { ref } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { claimed, exampleQueueItem, queueKey } from '../read-models/review-queue.schema.js';
import { queueOf } from '../reviews/queue-of.js';
import { ClaimReviewCommand } from './claim-review.command.js';

const claim = z
  .strictObject({
    minutes: z.int().min(1).max(HOLD_MINUTES.max).optional().describe(`Durée, ${HOLD_MINUTES.default} sinon · For how long, else ${HOLD_MINUTES.default}`),
    rule: ref.optional().describe('Constats de cette règle seulement · Findings of this rule only'),
    after: z.uuid().optional().describe('Rend cet échange et prend le suivant · Gives this interaction back and takes the next one'),
  })
  .meta({ id: 'Claim', examples: [{ minutes: 30 }] });

@Controller('v1/queues')
export class ClaimReviewController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...REVIEWERS)
  @Post(':queue/claim')
  @HttpCode(200)
  @Describe({
    id: 'claimReview',
    tag: 'reviews',
    fr: 'Prendre le prochain échange à relire, gardé pour soi quelque temps',
    en: 'Take the next interaction to review, kept for oneself for a while',
    details:
      'Ce qui vous est confié d’abord, par échéance. Une personne tient un échange à la fois : redemander rend le même, pour plus longtemps. Personne d’autre ne peut le juger jusque-là. · ' +
      'What is assigned to you first, by due date. One person holds one interaction at a time: asking again gives the same one, for longer. Nobody else can judge it until then.',
    answer: claimed,
    example: { item: exampleQueueItem },
    changes: { status: 200, versioned: false },
    problems: ['invalid_body', 'invalid_json', 'invalid_path', 'not_found', 'unsupported_media_type'],
  })
  async claim(
    @CurrentActor() actor: Actor,
    @Param('queue', { schema: queueKey }) name: string,
    @Body({ schema: claim }) { minutes, rule, after }: z.output<typeof claim>,
  ): Promise<{ item: QueueItem | null }> {
    const { organisationId } = this.settings;
    const queue = await queueOf(this.queries, organisationId, name);
    const item = await this.commands.execute(new ClaimReviewCommand({ organisationId, queue, by: actor.id, teams: actor.teams, minutes, rule, after }));
    return { item };
  }
}
