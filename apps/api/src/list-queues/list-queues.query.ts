import { Query } from '@nestjs/cqrs';
import type { QueueSummary } from '#domain';
import type { SeenTeams } from '#storage';

/** What waits for reviewers, and what of it for `who`. */
export class ListQueuesQuery extends Query<readonly QueueSummary[]> {
  constructor(
    readonly organisationId: string,
    readonly who: string,
    readonly teams: SeenTeams,
  ) {
    super();
  }
}
