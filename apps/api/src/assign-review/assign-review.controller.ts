import { Body, Controller, Inject, Param, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Actor, REVIEWERS, sightOf } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { ref } from '../http/filters.schema.js';
import { noSuch } from '../http/no-such.js';
import { Describe } from '../openapi/describe.decorator.js';
import { AssignReviewCommand } from './assign-review.command.js';
import { day } from '../read-models/text.schema.js';

const body = z
  .strictObject({
    to: ref.nullable().describe('À qui ; nul : à personne en particulier · To whom; null: nobody in particular'),
    dueOn: day.nullish().describe('Échéance · Due date'),
  })
  .refine(({ to, dueOn }) => to !== null || dueOn === null || dueOn === undefined, { path: ['dueOn'], error: 'Une échéance est pour quelqu’un · A due date is for somebody' })
  .meta({ id: 'Assign', examples: [{ to: 'local', dueOn: '2026-10-15' }] });
const assigned = z.strictObject({ interactionId: z.uuid(), to: z.string().nullable(), dueOn: z.iso.date().nullable() }).meta({ id: 'Assigned' });

@Controller('v1/interactions')
export class AssignReviewController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...REVIEWERS)
  @Put(':id/assignment')
  @Describe({
    id: 'assignReview',
    tag: 'reviews',
    fr: 'Confier la relecture d’un échange, avec une échéance',
    en: 'Assign the review of an interaction, with a due date',
    details: 'Inscrit au journal. La même demande deux fois n’agit qu’une fois. · Journalled. The same request twice acts once.',
    answer: assigned,
    example: { interactionId: '0c6d5f2e-3c1a-5b7e-9d41-8f2a6b0c1d2e', to: 'local', dueOn: '2026-10-15' },
    changes: { status: 200, versioned: false },
    problems: ['invalid_body', 'invalid_json', 'invalid_path', 'not_found', 'unsupported_media_type'],
  })
  async assign(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) interactionId: string,
    @Body({ schema: body }) { to, dueOn = null }: z.output<typeof body>,
  ): Promise<z.output<typeof assigned>> {
    const known = await this.commands.execute(new AssignReviewCommand({ organisationId: this.settings.organisationId, interactionId, to, dueOn, by: actor.id, sight: sightOf(actor) }));
    if (!known) throw noSuch('Interaction', 'interaction');
    return { interactionId, to, dueOn };
  }
}
