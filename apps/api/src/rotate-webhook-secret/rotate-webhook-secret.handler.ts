import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type WebhookChanged, WebhookRepository } from '#storage';
import { RotateWebhookSecretCommand } from './rotate-webhook-secret.command.js';

@CommandHandler(RotateWebhookSecretCommand)
export class RotateWebhookSecretHandler implements ICommandHandler<RotateWebhookSecretCommand> {
  constructor(private readonly webhooks: WebhookRepository) {}

  execute({ organisationId, id, by, version }: RotateWebhookSecretCommand): Promise<WebhookChanged<{ readonly secret: string }>> {
    return this.webhooks.rotateSecret({ organisationId, by }, id, version);
  }
}
