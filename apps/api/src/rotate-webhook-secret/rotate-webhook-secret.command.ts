import { Command } from '@nestjs/cqrs';
import type { WebhookChanged } from '#storage';

/** Gives a webhook another secret. */
export class RotateWebhookSecretCommand extends Command<WebhookChanged<{ readonly secret: string }>> {
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
