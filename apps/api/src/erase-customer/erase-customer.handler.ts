import { randomUUID } from 'node:crypto';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { stableId } from '#domain';
import { findingsMessage, withdrawnMessage } from '#messaging';
import { ErasureRepository } from '#storage';
import { EraseCustomerCommand, type Erasing } from './erase-customer.command.js';

@CommandHandler(EraseCustomerCommand)
export class EraseCustomerHandler implements ICommandHandler<EraseCustomerCommand> {
  constructor(private readonly erasures: ErasureRepository) {}

  async execute({ organisationId, customerRef, reason, by, idempotencyKey, dryRun }: EraseCustomerCommand): Promise<Erasing> {
    if (dryRun) {
      const counts = await this.erasures.count(organisationId, customerRef);
      return counts === null ? { kind: 'missing' } : { kind: 'counted', counts };
    }
    return this.erasures.erase({
      organisationId,
      // The key itself may hold a ref.
      erasureId: idempotencyKey === undefined ? randomUUID() : stableId('erasure', organisationId, idempotencyKey),
      customerRef,
      reason,
      by,
      withdraw: withdrawnMessage,
      announce: (told) => [findingsMessage(told)],
    });
  }
}
