import { Query } from '@nestjs/cqrs';
import type { FindingEvent, Sight } from '#domain';
import type { EventPlace } from '#storage';

/** What happened to findings after a place; null: where the stream stands now, and nothing before it. */
export class StreamFindingsQuery extends Query<{ readonly events: readonly FindingEvent[]; readonly place: EventPlace }> {
  constructor(
    readonly organisationId: string,
    readonly after: EventPlace | null,
    readonly sight: Sight,
  ) {
    super();
  }
}
