import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { RulebookDescription } from '#domain';
import { RulebookRepository } from '#storage';
import { ReadRulebookQuery } from './read-rulebook.query.js';

@QueryHandler(ReadRulebookQuery)
export class ReadRulebookHandler implements IQueryHandler<ReadRulebookQuery> {
  constructor(private readonly rulebooks: RulebookRepository) {}

  execute({ organisationId }: ReadRulebookQuery): Promise<RulebookDescription | null> {
    return this.rulebooks.currentRulebook(organisationId);
  }
}
