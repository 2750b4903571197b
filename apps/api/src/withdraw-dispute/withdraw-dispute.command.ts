import { Command } from '@nestjs/cqrs';
import type { WithdrawRequest, Withdrawn } from '#storage';

/** Takes one's own open dispute back. */
export class WithdrawDisputeCommand extends Command<Withdrawn> {
  constructor(readonly request: WithdrawRequest) {
    super();
  }
}
