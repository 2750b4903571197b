import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { CoachingPreparation } from '#domain';
import { PreparationReader } from '#storage';
import { PrepareCoachingQuery } from './prepare-coaching.query.js';

@QueryHandler(PrepareCoachingQuery)
export class PrepareCoachingHandler implements IQueryHandler<PrepareCoachingQuery> {
  constructor(private readonly preparations: PreparationReader) {}

  execute({ organisationId, viewer, agentRef, period }: PrepareCoachingQuery): Promise<CoachingPreparation | null> {
    return this.preparations.prepare(organisationId, viewer, agentRef, period);
  }
}
