import { Query } from '@nestjs/cqrs';
import type { Scorecard } from '#domain';

/** A scorecard with its versions; null when there is none that is shown. */
export class ReadScorecardQuery extends Query<Scorecard | null> {
  constructor(
    readonly organisationId: string,
    readonly scorecardId: string,
    readonly drafts: boolean,
  ) {
    super();
  }
}
