import { Query } from '@nestjs/cqrs';
import type { Page, PageRequest, PersonCard, PersonFilter, PersonKind, Sight } from '#domain';

/** Agents or customers, each once with all their refs, in order of ref. */
export class ListPeopleQuery extends Query<Page<PersonCard>> {
  constructor(
    readonly organisationId: string,
    readonly kind: PersonKind,
    readonly filter: PersonFilter,
    readonly page: PageRequest,
    readonly sight: Sight,
  ) {
    super();
  }
}
