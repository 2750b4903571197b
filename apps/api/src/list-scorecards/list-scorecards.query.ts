import { Query } from '@nestjs/cqrs';
import type { Scorecard } from '#domain';

/** Scorecards, the latest first; drafts for those who write them. */
export class ListScorecardsQuery extends Query<Scorecard[]> {
  constructor(
    readonly organisationId: string,
    readonly drafts: boolean,
  ) {
    super();
  }
}
