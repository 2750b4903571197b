import { Query } from '@nestjs/cqrs';
import type { FindingView, Sight } from '#domain';

/** One finding; null when the organisation has none of this id. */
export class ReadFindingQuery extends Query<FindingView | null> {
  constructor(
    readonly organisationId: string,
    readonly findingId: string,
    readonly sight: Sight,
  ) {
    super();
  }
}
