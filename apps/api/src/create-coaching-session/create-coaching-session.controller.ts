import { Body, Controller, Headers, HttpCode, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, COACHES, type CoachingSession } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { createdId, sessionFor, sessionTag } from '../coaching/coaching-answers.js';
import { coachOf } from '../coaching/coaching-viewers.js';
import { checkedKey, TakesIdempotencyKey } from '../http/idempotency-key.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleCoachingSession } from '../read-models/coaching.example.js';
import { coachingSession, newCoachingBody, type NewCoachingBody } from '../read-models/coaching.schema.js';
import { CreateCoachingSessionCommand } from './create-coaching-session.command.js';

@Controller('v1/coaching-sessions')
export class CreateCoachingSessionController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Allow(...COACHES)
  @Post()
  @HttpCode(201)
  @TakesIdempotencyKey()
  @Describe({
    id: 'createCoachingSession',
    tag: 'coaching',
    fr: 'Préparer une séance de coaching',
    en: 'Draft a coaching session',
    details:
      'Vue de qui mène des séances dans ces équipes ; du conseiller dès qu’elle est planifiée. Personne n’en prépare pour soi-même. · ' +
      'Seen by whoever runs sessions within these teams; by the agent from the day it is planned. Nobody drafts one about himself or herself.',
    answer: coachingSession,
    example: { ...exampleCoachingSession, state: 'draft', plannedOn: null, heldOn: null, acknowledgedAt: null, followUpOn: null, actions: [], notes: [], measure: { windowDays: 28, until: null }, version: 1 },
    changes: { status: 201, versioned: false },
    problems: ['invalid_body', 'invalid_header', 'invalid_json', 'not_found', 'unprocessable', 'idempotency_conflict', 'unsupported_media_type'],
  })
  async create(
    @CurrentActor() actor: Actor,
    @Headers('idempotency-key') given: string | undefined,
    @Body({ schema: newCoachingBody }) { agent, ...about }: NewCoachingBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CoachingSession> {
    const { organisationId } = actor;
    const coach = coachOf(actor);
    const key = checkedKey(given);
    const id = createdId(await this.commands.execute(new CreateCoachingSessionCommand({ organisationId, coach, agentRef: agent, ...about, ...(key !== undefined && { key }) })));
    const session = await sessionFor(this.queries, organisationId, id, coach);
    void reply.header('etag', sessionTag(session));
    return session;
  }
}
