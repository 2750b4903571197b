import { Query } from '@nestjs/cqrs';
import type { Evaluation } from '#domain';
import type { EvaluationViewer } from '#storage';

/** One evaluation with its questions and answers; null when there is none that is shown. */
export class ReadEvaluationQuery extends Query<Evaluation | null> {
  constructor(
    readonly organisationId: string,
    readonly evaluationId: string,
    readonly viewer: EvaluationViewer,
  ) {
    super();
  }
}
