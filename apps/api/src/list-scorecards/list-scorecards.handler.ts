import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Scorecard } from '#domain';
import { ScorecardReader } from '#storage';
import { ListScorecardsQuery } from './list-scorecards.query.js';

@QueryHandler(ListScorecardsQuery)
export class ListScorecardsHandler implements IQueryHandler<ListScorecardsQuery> {
  constructor(private readonly scorecards: ScorecardReader) {}

  execute({ organisationId, drafts }: ListScorecardsQuery): Promise<Scorecard[]> {
    return this.scorecards.listScorecards(organisationId, drafts);
  }
}
