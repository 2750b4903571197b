import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { CoachingSession } from '#domain';
import { CoachingReader } from '#storage';
import { ReadCoachingSessionQuery } from './read-coaching-session.query.js';

@QueryHandler(ReadCoachingSessionQuery)
export class ReadCoachingSessionHandler implements IQueryHandler<ReadCoachingSessionQuery> {
  constructor(private readonly sessions: CoachingReader) {}

  execute({ organisationId, sessionId, viewer }: ReadCoachingSessionQuery): Promise<CoachingSession | null> {
    return this.sessions.readSession(organisationId, sessionId, viewer);
  }
}
