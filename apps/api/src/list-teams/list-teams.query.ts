import { Query } from '@nestjs/cqrs';
import type { Page, PageRequest, Sight, TeamCard } from '#domain';

/** Teams with how many agents each has, in order of ref. */
export class ListTeamsQuery extends Query<Page<TeamCard>> {
  constructor(
    readonly organisationId: string,
    readonly search: string | undefined,
    readonly page: PageRequest,
    readonly sight: Sight,
  ) {
    super();
  }
}
