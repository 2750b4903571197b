import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { InteractionEvaluations } from '#domain';
import { EvaluationReader } from '#storage';
import { ReadInteractionEvaluationsQuery } from './read-interaction-evaluations.query.js';

@QueryHandler(ReadInteractionEvaluationsQuery)
export class ReadInteractionEvaluationsHandler implements IQueryHandler<ReadInteractionEvaluationsQuery> {
  constructor(private readonly evaluations: EvaluationReader) {}

  execute({ organisationId, interactionId, viewer }: ReadInteractionEvaluationsQuery): Promise<InteractionEvaluations | null> {
    return this.evaluations.ofInteraction(organisationId, interactionId, viewer);
  }
}
