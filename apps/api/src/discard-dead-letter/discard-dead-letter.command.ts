import { Command } from '@nestjs/cqrs';
import type { Settled } from '#storage';

/** Leaves a dead letter aside for good, for a reason; its bytes stay. */
export class DiscardDeadLetterCommand extends Command<Settled> {
  constructor(
    readonly organisationId: string,
    readonly letterId: string,
    readonly reason: string,
    readonly by: string,
  ) {
    super();
  }
}
