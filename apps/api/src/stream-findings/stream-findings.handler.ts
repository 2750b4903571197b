import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { FindingEventReader, OrganisationRepository } from '#storage';
import { StreamFindingsQuery } from './stream-findings.query.js';

/** Journal entries read at a time. */
const ENTRIES = 200;

@QueryHandler(StreamFindingsQuery)
export class StreamFindingsHandler implements IQueryHandler<StreamFindingsQuery> {
  constructor(
    private readonly events: FindingEventReader,
    private readonly organisations: OrganisationRepository,
  ) {}

  async execute({ organisationId, after, sight }: StreamFindingsQuery) {
    if (after === null) return { events: [], place: await this.events.now() };
    // Read each time: whoever made the settings stricter must not wait for listeners to come back.
    const organisation = await this.organisations.readOrganisation(organisationId);
    if (organisation === null) throw new Error(`no organisation ${organisationId}`);
    return this.events.readAfter(organisationId, after, ENTRIES, organisation.settings, sight);
  }
}
