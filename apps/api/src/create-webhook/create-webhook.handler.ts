import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type WebhookCreated, WebhookRepository } from '#storage';
import { CreateWebhookCommand } from './create-webhook.command.js';

@CommandHandler(CreateWebhookCommand)
export class CreateWebhookHandler implements ICommandHandler<CreateWebhookCommand> {
  constructor(private readonly webhooks: WebhookRepository) {}

  execute({ organisationId, wanted, by, key }: CreateWebhookCommand): Promise<WebhookCreated> {
    return this.webhooks.create({ organisationId, by }, wanted, key);
  }
}
