import { Query } from '@nestjs/cqrs';
import type { ReviewSample, Sight } from '#domain';

/** A sample and how far it is; null when there is none. */
export class ReadSampleQuery extends Query<ReviewSample | null> {
  constructor(
    readonly organisationId: string,
    readonly sampleId: string,
    readonly sight: Sight,
  ) {
    super();
  }
}
