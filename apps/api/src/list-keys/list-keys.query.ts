import { Query } from '@nestjs/cqrs';
import type { AccessKey } from '#domain';

/** Every key of an organisation, the latest first; secrets are not kept. */
export class ListKeysQuery extends Query<readonly AccessKey[]> {
  constructor(readonly organisationId: string) {
    super();
  }
}
