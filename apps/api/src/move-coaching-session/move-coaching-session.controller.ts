import { Body, Controller, Headers, Param, Put, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, COACHES, type CoachingSession } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { checkChanged, seenVersion, sessionFor, sessionTag } from '../coaching/coaching-answers.js';
import { coachOf } from '../coaching/coaching-viewers.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleCoachingSession } from '../read-models/coaching.example.js';
import { coachingSession, coachingStepBody } from '../read-models/coaching.schema.js';
import { MoveCoachingSessionCommand } from './move-coaching-session.command.js';

@Controller('v1/coaching-sessions')
export class MoveCoachingSessionController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Allow(...COACHES)
  @Put(':id/state')
  @Describe({
    id: 'moveCoachingSession',
    tag: 'coaching',
    fr: 'Planifier une séance, dire qu’elle a été tenue, ou suivie',
    en: 'Plan a session, say that it was held, or followed up',
    details:
      'Une étape à la fois. Le jour où elle a été tenue est le milieu de ce qui est comparé : c’est le jour où on le dit, et il ne change plus. · ' +
      'One step at a time. The day it was held is the middle of what is compared: it is the day on which this is said, and no longer changes.',
    answer: coachingSession,
    example: exampleCoachingSession,
    changes: true,
    problems: ['invalid_body', 'invalid_json', 'invalid_path', 'not_found', 'unprocessable', 'coaching_step', 'precondition_failed', 'unsupported_media_type'],
  })
  async move(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: coachingStepBody }) { state, on }: z.output<typeof coachingStepBody>,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CoachingSession> {
    const { organisationId } = actor;
    const viewer = coachOf(actor);
    const version = seenVersion(await sessionFor(this.queries, organisationId, id, viewer), ifMatch);
    checkChanged(await this.commands.execute(new MoveCoachingSessionCommand({ organisationId, sessionId: id, viewer, version }, state, on)));
    const session = await sessionFor(this.queries, organisationId, id, viewer);
    void reply.header('etag', sessionTag(session));
    return session;
  }
}
