import { Query } from '@nestjs/cqrs';
import type { Account } from '#domain';

/** The people of a demonstration as whom one may look; none where the port is not open. */
export class ListInventedQuery extends Query<readonly Account[]> {
  constructor(readonly organisationId: string) {
    super();
  }
}
