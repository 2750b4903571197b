import { Query } from '@nestjs/cqrs';
import type { ScorePart, ScoreReport, Sight } from '#domain';
import type { GroupFilter } from '#storage';

/** What evaluations of a scorecard come to; null when it was never published. */
export class ReportScorecardQuery extends Query<ScoreReport | null> {
  constructor(
    readonly organisationId: string,
    readonly scorecardId: string,
    readonly by: ScorePart,
    readonly filter: GroupFilter,
    readonly sight: Sight,
  ) {
    super();
  }
}
