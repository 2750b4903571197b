import { Query } from '@nestjs/cqrs';
import type { DeadLetterDetail } from '#domain';

/** One dead letter with its bytes; null when the organisation has none of this id. */
export class ReadDeadLetterQuery extends Query<DeadLetterDetail | null> {
  constructor(
    readonly organisationId: string,
    readonly letterId: string,
  ) {
    super();
  }
}
