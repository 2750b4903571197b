import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { WebhookDelivery } from '#domain';
import { DeliveryRepository } from '#storage';
import { WebhookSender } from '../webhooks/webhook-sender.js';
import { TestWebhookCommand } from './test-webhook.command.js';

@CommandHandler(TestWebhookCommand)
export class TestWebhookHandler implements ICommandHandler<TestWebhookCommand> {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly sender: WebhookSender,
  ) {}

  async execute({ organisationId, id, by }: TestWebhookCommand): Promise<WebhookDelivery | null> {
    const test = await this.deliveries.startTest({ organisationId, by }, id);
    if (test === null) return null;
    await this.sender.send(test);
    return this.deliveries.readDelivery(organisationId, id, test.id);
  }
}
