import { Query } from '@nestjs/cqrs';
import type { CoachingSession } from '#domain';
import type { CoachingViewer } from '#storage';

/** A coaching session as the viewer may read it; null: none that is there for the viewer. */
export class ReadCoachingSessionQuery extends Query<CoachingSession | null> {
  constructor(
    readonly organisationId: string,
    readonly sessionId: string,
    readonly viewer: CoachingViewer,
  ) {
    super();
  }
}
