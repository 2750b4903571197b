import { Body, Controller, Headers, Param, Patch, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, COACHES, type CoachingSession } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { checkChanged, seenVersion, sessionFor, sessionTag } from '../coaching/coaching-answers.js';
import { coachOf } from '../coaching/coaching-viewers.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleCoachingSession } from '../read-models/coaching.example.js';
import { coachingChangeBody, type CoachingChangeBody, coachingSession } from '../read-models/coaching.schema.js';
import { ChangeCoachingSessionCommand } from './change-coaching-session.command.js';

@Controller('v1/coaching-sessions')
export class ChangeCoachingSessionController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Allow(...COACHES)
  @Patch(':id')
  @Describe({
    id: 'changeCoachingSession',
    tag: 'coaching',
    fr: 'Changer ce dont parle une séance, ou ce qui y est convenu',
    en: 'Change what a session is about, or what was agreed on',
    details:
      'Règles, extraits et durée tant qu’elle n’est pas tenue ; actions convenues tant qu’elle n’est pas lue, puis seulement « fait » ; plus rien une fois suivie. · ' +
      'Rules, excerpts and window until it is held; agreed actions until it is acknowledged, then only whether they are done; nothing once followed up.',
    answer: coachingSession,
    example: exampleCoachingSession,
    changes: true,
    problems: ['invalid_body', 'invalid_json', 'invalid_path', 'not_found', 'unprocessable', 'coaching_fixed', 'precondition_failed', 'unsupported_media_type'],
  })
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: coachingChangeBody }) change: CoachingChangeBody,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CoachingSession> {
    const { organisationId } = actor;
    const viewer = coachOf(actor);
    const version = seenVersion(await sessionFor(this.queries, organisationId, id, viewer), ifMatch);
    checkChanged(await this.commands.execute(new ChangeCoachingSessionCommand({ organisationId, sessionId: id, viewer, version }, change)));
    const session = await sessionFor(this.queries, organisationId, id, viewer);
    void reply.header('etag', sessionTag(session));
    return session;
  }
}
