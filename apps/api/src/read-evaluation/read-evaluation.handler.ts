import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Evaluation } from '#domain';
import { EvaluationReader } from '#storage';
import { ReadEvaluationQuery } from './read-evaluation.query.js';

@QueryHandler(ReadEvaluationQuery)
export class ReadEvaluationHandler implements IQueryHandler<ReadEvaluationQuery> {
  constructor(private readonly evaluations: EvaluationReader) {}

  execute({ organisationId, evaluationId, viewer }: ReadEvaluationQuery): Promise<Evaluation | null> {
    return this.evaluations.readEvaluation(organisationId, evaluationId, viewer);
  }
}
