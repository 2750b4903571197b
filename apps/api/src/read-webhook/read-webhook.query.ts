import { Query } from '@nestjs/cqrs';
import type { Webhook } from '#domain';

/** One webhook; null when there is none. */
export class ReadWebhookQuery extends Query<Webhook | null> {
  constructor(
    readonly organisationId: string,
    readonly id: string,
  ) {
    super();
  }
}
