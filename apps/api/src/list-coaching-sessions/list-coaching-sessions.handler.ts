import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { CoachingSessionSummary, Page } from '#domain';
import { CoachingReader } from '#storage';
import { ListCoachingSessionsQuery } from './list-coaching-sessions.query.js';

@QueryHandler(ListCoachingSessionsQuery)
export class ListCoachingSessionsHandler implements IQueryHandler<ListCoachingSessionsQuery> {
  constructor(private readonly sessions: CoachingReader) {}

  execute({ organisationId, viewer, filter, page }: ListCoachingSessionsQuery): Promise<Page<CoachingSessionSummary>> {
    return this.sessions.listSessions(organisationId, viewer, filter, page);
  }
}
