import { Query } from '@nestjs/cqrs';
import type { Webhook } from '#domain';

/** Every webhook of an organisation, by name; secrets are not told. */
export class ListWebhooksQuery extends Query<readonly Webhook[]> {
  constructor(readonly organisationId: string) {
    super();
  }
}
