import { Query } from '@nestjs/cqrs';
import type { DisputeState, DisputeView, Page, PageRequest } from '#domain';
import type { Resolver } from '#storage';

/** Disputes, what has waited longest first. */
export class ListDisputesQuery extends Query<Page<DisputeView>> {
  constructor(
    readonly organisationId: string,
    readonly state: DisputeState | undefined,
    readonly resolver: Resolver,
    readonly page: PageRequest,
  ) {
    super();
  }
}
