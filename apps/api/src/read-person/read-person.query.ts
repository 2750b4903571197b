import { Query } from '@nestjs/cqrs';
import type { PersonCard, PersonKind, Sight } from '#domain';

/** The person behind any of its refs; null when nobody knows it. */
export class ReadPersonQuery extends Query<PersonCard | null> {
  constructor(
    readonly organisationId: string,
    readonly kind: PersonKind,
    readonly ref: string,
    readonly sight: Sight,
  ) {
    super();
  }
}
