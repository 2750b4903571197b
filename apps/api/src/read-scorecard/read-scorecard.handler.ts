import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Scorecard } from '#domain';
import { ScorecardReader } from '#storage';
import { ReadScorecardQuery } from './read-scorecard.query.js';

@QueryHandler(ReadScorecardQuery)
export class ReadScorecardHandler implements IQueryHandler<ReadScorecardQuery> {
  constructor(private readonly scorecards: ScorecardReader) {}

  execute({ organisationId, scorecardId, drafts }: ReadScorecardQuery): Promise<Scorecard | null> {
    return this.scorecards.readScorecard(organisationId, scorecardId, drafts);
  }
}
