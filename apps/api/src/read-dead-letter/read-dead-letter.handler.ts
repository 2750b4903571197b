import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { DeadLetterDetail } from '#domain';
import { DeadLetterReader } from '#storage';
import { ReadDeadLetterQuery } from './read-dead-letter.query.js';

@QueryHandler(ReadDeadLetterQuery)
export class ReadDeadLetterHandler implements IQueryHandler<ReadDeadLetterQuery> {
  constructor(private readonly letters: DeadLetterReader) {}

  async execute({ organisationId, letterId }: ReadDeadLetterQuery): Promise<DeadLetterDetail | null> {
    return (await this.letters.readDeadLetter(organisationId, letterId))?.letter ?? null;
  }
}
