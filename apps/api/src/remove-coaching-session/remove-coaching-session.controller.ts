import { Controller, Delete, Headers, Param } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, COACHES } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import { z } from 'zod';
import { checkChanged, seenVersion, sessionFor } from '../coaching/coaching-answers.js';
import { coachOf } from '../coaching/coaching-viewers.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleCoachingSummary } from '../read-models/coaching.example.js';
import { RemoveCoachingSessionCommand } from './remove-coaching-session.command.js';

const removed = z.strictObject({ id: z.uuid() }).meta({ id: 'RemovedCoachingSession' });

@Controller('v1/coaching-sessions')
export class RemoveCoachingSessionController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Allow(...COACHES)
  @Delete(':id')
  @Describe({
    id: 'removeCoachingSession',
    tag: 'coaching',
    fr: 'Retirer une séance qui n’a pas été tenue',
    en: 'Take away a session that was not held',
    details: 'Avec ses notes et ses extraits ; le journal garde qu’elle existait. · With its notes and excerpts; the journal keeps that it existed.',
    answer: removed,
    example: { id: exampleCoachingSummary.id },
    changes: true,
    problems: ['invalid_path', 'not_found', 'coaching_step', 'precondition_failed'],
  })
  async remove(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Headers('if-match') ifMatch: string | undefined): Promise<{ id: string }> {
    const { organisationId } = actor;
    const viewer = coachOf(actor);
    const version = seenVersion(await sessionFor(this.queries, organisationId, id, viewer), ifMatch);
    checkChanged(await this.commands.execute(new RemoveCoachingSessionCommand({ organisationId, sessionId: id, viewer, version })));
    return { id };
  }
}
