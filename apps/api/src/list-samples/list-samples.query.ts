import { Query } from '@nestjs/cqrs';
import type { ReviewSample, Sight } from '#domain';

/** Samples and how far they are, the latest first. */
export class ListSamplesQuery extends Query<readonly ReviewSample[]> {
  constructor(
    readonly organisationId: string,
    readonly sight: Sight,
  ) {
    super();
  }
}
