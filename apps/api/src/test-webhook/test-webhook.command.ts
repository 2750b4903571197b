import { Command } from '@nestjs/cqrs';
import type { WebhookDelivery } from '#domain';

/** Sends a test to a webhook, once, and waits for what becomes of it; null when there is no such webhook. */
export class TestWebhookCommand extends Command<WebhookDelivery | null> {
  constructor(
    readonly organisationId: string,
    readonly id: string,
    readonly by: string,
  ) {
    super();
  }
}
