import { Query } from '@nestjs/cqrs';
import type { InteractionEvaluations } from '#domain';
import type { EvaluationViewer } from '#storage';

/** What there is of evaluations beside an interaction; null when it is not seen. */
export class ReadInteractionEvaluationsQuery extends Query<InteractionEvaluations | null> {
  constructor(
    readonly organisationId: string,
    readonly interactionId: string,
    readonly viewer: EvaluationViewer,
  ) {
    super();
  }
}
