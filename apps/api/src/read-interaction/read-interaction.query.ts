import { Query } from '@nestjs/cqrs';
import type { InteractionDetail, Sight } from '#domain';

/** One interaction with its words; null when the organisation has none of this id. The read is journalled. */
export class ReadInteractionQuery extends Query<InteractionDetail | null> {
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
