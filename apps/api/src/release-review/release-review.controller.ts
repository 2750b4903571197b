import { Controller, Delete, Inject, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Actor, REVIEWERS } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { Describe } from '../openapi/describe.decorator.js';
import { ReleaseReviewCommand } from './release-review.command.js';

const released = z.strictObject({ interactionId: z.uuid() }).meta({ id: 'Released' });

@Controller('v1/interactions')
export class ReleaseReviewController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...REVIEWERS)
  @Delete(':id/hold')
  @Describe({
    id: 'releaseReview',
    tag: 'reviews',
    fr: 'Rendre un échange que l’on tenait',
    en: 'Give back an interaction that one held',
    details: 'Sans effet sur ce que quelqu’un d’autre tient. · Without effect on what somebody else holds.',
    answer: released,
    example: { interactionId: '0c6d5f2e-3c1a-5b7e-9d41-8f2a6b0c1d2e' },
    changes: { status: 200, versioned: false },
    problems: ['invalid_path'],
  })
  async release(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) interactionId: string): Promise<{ interactionId: string }> {
    await this.commands.execute(new ReleaseReviewCommand(this.settings.organisationId, interactionId, actor.id));
    return { interactionId };
  }
}
