import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ContradictionView, Page } from '#domain';
import { ContradictionReader } from '#storage';
import { ListContradictionsQuery } from './list-contradictions.query.js';

@QueryHandler(ListContradictionsQuery)
export class ListContradictionsHandler implements IQueryHandler<ListContradictionsQuery> {
  constructor(private readonly contradictions: ContradictionReader) {}

  execute({ organisationId, filter, page, sight }: ListContradictionsQuery): Promise<Page<ContradictionView>> {
    return this.contradictions.listContradictions(organisationId, filter, page, sight);
  }
}
