import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '#domain';
import { AllowForAllTeams, CurrentActor } from '#runtime';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { ref } from '../http/filters.schema.js';
import { noSuch } from '../http/no-such.js';
import { Describe } from '../openapi/describe.decorator.js';
import { EndObservationCommand } from './end-observation.command.js';
import { written } from '../read-models/text.schema.js';

const body = z
  .strictObject({ reason: written(1000).describe('Pourquoi, inscrit au journal · Why, kept in the journal') })
  .meta({ id: 'EndObservation', examples: [{ reason: 'Règle récrite le 3 octobre.' }] });
const ended = z.strictObject({ ruleId: z.string() }).meta({ id: 'EndedObservation' });

@Controller('v1/rules')
export class EndObservationController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams('cx-owner', 'admin')
  @Post(':id/observation/end')
  @HttpCode(200)
  @Describe({
    id: 'endObservation',
    tag: 'rulebooks',
    fr: 'Remettre en service une règle en observation, avec une raison',
    en: 'Put a rule under observation back into service, with a reason',
    details:
      'Inscrit au journal ; ses constats comptent de nouveau, et ce qui a été jugé avant ne compte plus contre elle. · Journalled; its findings count again, and what was judged before counts no more against it.',
    answer: ended,
    example: { ruleId: 'refus.impossible' },
    changes: { status: 200, versioned: false },
    problems: ['invalid_body', 'invalid_json', 'invalid_path', 'not_found', 'unsupported_media_type'],
  })
  async end(@CurrentActor() actor: Actor, @Param('id', { schema: ref }) ruleId: string, @Body({ schema: body }) { reason }: z.output<typeof body>): Promise<{ ruleId: string }> {
    const done = await this.commands.execute(new EndObservationCommand(this.settings.organisationId, ruleId, reason, actor.id));
    if (!done) throw noSuch('Règle en observation', 'rule under observation');
    return { ruleId };
  }
}
