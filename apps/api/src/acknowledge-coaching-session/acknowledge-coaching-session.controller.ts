import { Controller, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, type CoachingSession } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { checkChanged, seenVersion, sessionFor, sessionTag } from '../coaching/coaching-answers.js';
import { coachedOf } from '../coaching/coaching-viewers.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleCoachingSession } from '../read-models/coaching.example.js';
import { coachingSession } from '../read-models/coaching.schema.js';
import { AcknowledgeCoachingSessionCommand } from './acknowledge-coaching-session.command.js';

@Controller('v1/me/coaching-sessions')
export class AcknowledgeCoachingSessionController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Allow('agent')
  @Post(':id/acknowledgement')
  @HttpCode(200)
  @Describe({
    id: 'acknowledgeCoachingSession',
    tag: 'coaching',
    fr: 'Confirmer que j’ai lu ma séance telle qu’elle est écrite',
    en: 'Say that I have read my session as it stands',
    details:
      'Par le conseiller concerné, jamais au nom de quelqu’un. Ce n’est pas un accord : une note dit le reste. Deux fois ne fait rien de plus. · ' +
      'By the agent concerned, never on behalf of somebody. It is no agreement: a note says the rest. Twice does nothing more.',
    answer: coachingSession,
    example: exampleCoachingSession,
    changes: true,
    problems: ['invalid_path', 'not_found', 'coaching_step', 'coaching_by_oneself', 'precondition_failed'],
  })
  async acknowledge(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CoachingSession> {
    const { organisationId } = actor;
    const viewer = coachedOf(actor);
    const version = seenVersion(await sessionFor(this.queries, organisationId, id, viewer), ifMatch);
    checkChanged(await this.commands.execute(new AcknowledgeCoachingSessionCommand({ organisationId, sessionId: id, viewer, version })));
    const session = await sessionFor(this.queries, organisationId, id, viewer);
    void reply.header('etag', sessionTag(session));
    return session;
  }
}
