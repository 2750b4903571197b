import { Command } from '@nestjs/cqrs';
import type { WebhookChange } from '#domain';
import type { WebhookChanged } from '#storage';

/** Changes where events go, which ones, or whether any do. */
export class ChangeWebhookCommand extends Command<WebhookChanged> {
  constructor(
    readonly organisationId: string,
    readonly id: string,
    readonly change: WebhookChange,
    readonly by: string,
    /** What was seen; undefined: whatever it is now. */
    readonly version: number | undefined,
  ) {
    super();
  }
}
