import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Account } from '#domain';
import { AccountRepository } from '#storage';
import { ListAccountsQuery } from './list-accounts.query.js';

@QueryHandler(ListAccountsQuery)
export class ListAccountsHandler implements IQueryHandler<ListAccountsQuery> {
  constructor(private readonly accounts: AccountRepository) {}

  execute({ organisationId }: ListAccountsQuery): Promise<readonly Account[]> {
    return this.accounts.listAccounts(organisationId);
  }
}
