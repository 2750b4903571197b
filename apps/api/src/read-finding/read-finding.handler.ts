import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { FindingView } from '#domain';
import { FindingReader } from '#storage';
import { ReadFindingQuery } from './read-finding.query.js';

@QueryHandler(ReadFindingQuery)
export class ReadFindingHandler implements IQueryHandler<ReadFindingQuery> {
  constructor(private readonly findings: FindingReader) {}

  execute({ organisationId, findingId, sight }: ReadFindingQuery): Promise<FindingView | null> {
    return this.findings.readFinding(organisationId, findingId, sight);
  }
}
