import { Query } from '@nestjs/cqrs';
import type { Erasure } from '#domain';

/** That a customer was erased; null when there is no such erasure. */
export class ReadErasureQuery extends Query<Erasure | null> {
  constructor(
    readonly organisationId: string,
    readonly erasureId: string,
  ) {
    super();
  }
}
