import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeliveryRepository, type Redelivered } from '#storage';
import { RedeliverCommand } from './redeliver.command.js';

@CommandHandler(RedeliverCommand)
export class RedeliverHandler implements ICommandHandler<RedeliverCommand> {
  constructor(private readonly deliveries: DeliveryRepository) {}

  execute({ organisationId, webhookId, id, by }: RedeliverCommand): Promise<Redelivered> {
    return this.deliveries.redeliver({ organisationId, by }, webhookId, id);
  }
}
