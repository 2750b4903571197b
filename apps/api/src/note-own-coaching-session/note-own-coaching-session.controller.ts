import { Body, Controller, Headers, Param, Put, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, type CoachingSession } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { checkChanged, noteTag, ownNote, seenNote, sessionFor } from '../coaching/coaching-answers.js';
import { coachedOf } from '../coaching/coaching-viewers.js';
import { NoteCoachingSessionCommand } from '../note-coaching-session/note-coaching-session.command.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleCoachingSession } from '../read-models/coaching.example.js';
import { coachingNoteBody, coachingSession } from '../read-models/coaching.schema.js';

@Controller('v1/me/coaching-sessions')
export class NoteOwnCoachingSessionController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Allow('agent')
  @Put(':id/note')
  @Describe({
    id: 'noteOwnCoachingSession',
    tag: 'coaching',
    fr: 'Écrire ma note d’une séance, partagée ou non',
    en: 'Write my note of a session, shared or not',
    details:
      'La sienne, jamais celle d’un autre ; tant qu’elle n’est pas partagée, personne d’autre ne la lit. La version est celle de la note : son `at`, ou `"none"`. · ' +
      'One’s own, never somebody else’s; until it is shared nobody else reads it. The version is the note’s: its `at`, or `"none"`.',
    answer: coachingSession,
    example: exampleCoachingSession,
    changes: true,
    problems: ['invalid_body', 'invalid_json', 'invalid_path', 'not_found', 'coaching_step', 'precondition_failed', 'unsupported_media_type'],
  })
  async note(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: coachingNoteBody }) { text, shared }: z.output<typeof coachingNoteBody>,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CoachingSession> {
    const { organisationId } = actor;
    const viewer = coachedOf(actor);
    const seenAt = seenNote(ownNote(await sessionFor(this.queries, organisationId, id, viewer), viewer), ifMatch);
    checkChanged(await this.commands.execute(new NoteCoachingSessionCommand({ organisationId, sessionId: id, viewer, text, shared, seenAt })));
    const session = await sessionFor(this.queries, organisationId, id, viewer);
    void reply.header('etag', noteTag(ownNote(session, viewer)));
    return session;
  }
}
