import { Query } from '@nestjs/cqrs';
import type { ReviewSample } from '#domain';

/** A sample and how far it is; null when there is none. */
export class ReadSampleQuery extends Query<ReviewSample | null> {
  constructor(
    readonly organisationId: string,
    readonly sampleId: string,
  ) {
    super();
  }
}
