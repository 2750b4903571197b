import { Query } from '@nestjs/cqrs';
import type { CoachingSessionSummary, Page, PageRequest } from '#domain';
import type { CoachingFilter, CoachingViewer } from '#storage';

/** Coaching sessions that are there for the viewer, the latest first. */
export class ListCoachingSessionsQuery extends Query<Page<CoachingSessionSummary>> {
  constructor(
    readonly organisationId: string,
    readonly viewer: CoachingViewer,
    readonly filter: CoachingFilter,
    readonly page: PageRequest,
  ) {
    super();
  }
}
