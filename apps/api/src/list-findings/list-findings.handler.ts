import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { FindingView, Page } from '#domain';
import { FindingReader } from '#storage';
import { ListFindingsQuery } from './list-findings.query.js';

@QueryHandler(ListFindingsQuery)
export class ListFindingsHandler implements IQueryHandler<ListFindingsQuery> {
  constructor(private readonly findings: FindingReader) {}

  execute({ organisationId, filter, page, sight }: ListFindingsQuery): Promise<Page<FindingView>> {
    return this.findings.listFindings(organisationId, filter, page, sight);
  }
}
