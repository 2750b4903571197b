import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Organisation } from '#domain';
import { OrganisationRepository } from '#storage';
import { ReadOrganisationQuery } from './read-organisation.query.js';

@QueryHandler(ReadOrganisationQuery)
export class ReadOrganisationHandler implements IQueryHandler<ReadOrganisationQuery> {
  constructor(private readonly organisations: OrganisationRepository) {}

  execute({ organisationId }: ReadOrganisationQuery): Promise<Organisation | null> {
    return this.organisations.readOrganisation(organisationId);
  }
}
