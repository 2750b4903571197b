import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Account } from '#domain';
import { ActorSource } from '#runtime';
import { InventedAccounts } from '#storage';
import { ListInventedQuery } from './list-invented.query.js';

@QueryHandler(ListInventedQuery)
export class ListInventedHandler implements IQueryHandler<ListInventedQuery> {
  constructor(
    private readonly invented: InventedAccounts,
    private readonly actors: ActorSource,
  ) {}

  async execute({ organisationId }: ListInventedQuery): Promise<readonly Account[]> {
    return (await this.actors.isOpen()) ? this.invented.list(organisationId) : [];
  }
}
