import { Command } from '@nestjs/cqrs';
import type { NewWebhook } from '#domain';
import type { WebhookCreated } from '#storage';

/** Sends events of findings to an address from now on. */
export class CreateWebhookCommand extends Command<WebhookCreated> {
  constructor(
    readonly organisationId: string,
    readonly wanted: NewWebhook,
    readonly by: string,
    /** The same key by the same person again makes no second one. */
    readonly key: string | undefined,
  ) {
    super();
  }
}
