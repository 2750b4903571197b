import { Command } from '@nestjs/cqrs';
import type { WebhookChanged } from '#storage';

/** Sends nothing to an address any more. */
export class DeleteWebhookCommand extends Command<WebhookChanged> {
  constructor(
    readonly organisationId: string,
    readonly id: string,
    readonly by: string,
    /** What was seen; undefined: whatever it is now. */
    readonly version: number | undefined,
  ) {
    super();
  }
}
