import { Command } from '@nestjs/cqrs';
import type { Redelivered } from '#storage';

/** Sends a delivery once more, under the same id. */
export class RedeliverCommand extends Command<Redelivered> {
  constructor(
    readonly organisationId: string,
    readonly webhookId: string,
    readonly id: string,
    readonly by: string,
  ) {
    super();
  }
}
