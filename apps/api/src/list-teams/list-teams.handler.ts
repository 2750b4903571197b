import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Page, TeamCard } from '#domain';
import { DirectoryReader } from '#storage';
import { ListTeamsQuery } from './list-teams.query.js';

@QueryHandler(ListTeamsQuery)
export class ListTeamsHandler implements IQueryHandler<ListTeamsQuery> {
  constructor(private readonly directory: DirectoryReader) {}

  execute({ organisationId, search, page, sight }: ListTeamsQuery): Promise<Page<TeamCard>> {
    return this.directory.listTeams(organisationId, search, page, sight);
  }
}
