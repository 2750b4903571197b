import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { DeadLetterSummary, Page } from '#domain';
import { DeadLetterReader } from '#storage';
import { ListDeadLettersQuery } from './list-dead-letters.query.js';

@QueryHandler(ListDeadLettersQuery)
export class ListDeadLettersHandler implements IQueryHandler<ListDeadLettersQuery> {
  constructor(private readonly letters: DeadLetterReader) {}

  execute({ organisationId, filter, page }: ListDeadLettersQuery): Promise<Page<DeadLetterSummary>> {
    return this.letters.listDeadLetters(organisationId, filter, page);
  }
}
