import { Query } from '@nestjs/cqrs';
import type { Sight, WholeInteraction } from '#domain';

/** One interaction to hand on whole; null when the organisation has none of this id. The read is journalled. */
export class ReadWholeInteractionQuery extends Query<WholeInteraction | null> {
  constructor(
    readonly organisationId: string,
    readonly interactionId: string,
    /** Who reads. */
    readonly reader: string,
    readonly sight: Sight,
  ) {
    super();
  }
}
