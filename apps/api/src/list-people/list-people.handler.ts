import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Page, PersonCard } from '#domain';
import { DirectoryReader } from '#storage';
import { ListPeopleQuery } from './list-people.query.js';

@QueryHandler(ListPeopleQuery)
export class ListPeopleHandler implements IQueryHandler<ListPeopleQuery> {
  constructor(private readonly directory: DirectoryReader) {}

  execute({ organisationId, kind, filter, page, sight }: ListPeopleQuery): Promise<Page<PersonCard>> {
    return this.directory.listPeople(organisationId, kind, filter, page, sight);
  }
}
