import { Query } from '@nestjs/cqrs';
import type { Organisation } from '#domain';

/** The organisation with its fairness settings; null when it does not exist. */
export class ReadOrganisationQuery extends Query<Organisation | null> {
  constructor(readonly organisationId: string) {
    super();
  }
}
