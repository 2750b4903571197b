import { Query } from '@nestjs/cqrs';
import type { InteractionDetail } from '#domain';

/** One interaction; null when the organisation has none of this id. */
export class ReadInteractionQuery extends Query<InteractionDetail | null> {
  constructor(
    readonly organisationId: string,
    readonly interactionId: string,
  ) {
    super();
  }
}
