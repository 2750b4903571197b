import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { AccessKey } from '#domain';
import { AccessKeyRepository } from '#storage';
import { ListKeysQuery } from './list-keys.query.js';

@QueryHandler(ListKeysQuery)
export class ListKeysHandler implements IQueryHandler<ListKeysQuery> {
  constructor(private readonly keys: AccessKeyRepository) {}

  execute({ organisationId }: ListKeysQuery): Promise<readonly AccessKey[]> {
    return this.keys.listKeys(organisationId);
  }
}
