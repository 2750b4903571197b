import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { PersonCard } from '#domain';
import { DirectoryReader } from '#storage';
import { ReadPersonQuery } from './read-person.query.js';

@QueryHandler(ReadPersonQuery)
export class ReadPersonHandler implements IQueryHandler<ReadPersonQuery> {
  constructor(private readonly directory: DirectoryReader) {}

  execute({ organisationId, kind, ref, sight }: ReadPersonQuery): Promise<PersonCard | null> {
    return this.directory.readPerson(organisationId, kind, ref, sight);
  }
}
