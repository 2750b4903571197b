import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type WebhookChanged, WebhookRepository } from '#storage';
import { ChangeWebhookCommand } from './change-webhook.command.js';

@CommandHandler(ChangeWebhookCommand)
export class ChangeWebhookHandler implements ICommandHandler<ChangeWebhookCommand> {
  constructor(private readonly webhooks: WebhookRepository) {}

  execute({ organisationId, id, change, by, version }: ChangeWebhookCommand): Promise<WebhookChanged> {
    return this.webhooks.change({ organisationId, by }, id, change, version);
  }
}
