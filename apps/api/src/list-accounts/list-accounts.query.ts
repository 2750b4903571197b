import { Query } from '@nestjs/cqrs';
import type { Account } from '#domain';

/** Every account of an organisation, by name. */
export class ListAccountsQuery extends Query<readonly Account[]> {
  constructor(readonly organisationId: string) {
    super();
  }
}
