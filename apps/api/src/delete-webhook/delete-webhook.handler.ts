import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type WebhookChanged, WebhookRepository } from '#storage';
import { DeleteWebhookCommand } from './delete-webhook.command.js';

@CommandHandler(DeleteWebhookCommand)
export class DeleteWebhookHandler implements ICommandHandler<DeleteWebhookCommand> {
  constructor(private readonly webhooks: WebhookRepository) {}

  execute({ organisationId, id, by, version }: DeleteWebhookCommand): Promise<WebhookChanged> {
    return this.webhooks.delete({ organisationId, by }, id, version);
  }
}
