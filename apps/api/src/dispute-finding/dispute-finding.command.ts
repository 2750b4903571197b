import { Command } from '@nestjs/cqrs';
import type { Disputed, DisputeRequest } from '#storage';

/** Objects to the confirmation of a finding of one's own. */
export class DisputeFindingCommand extends Command<Disputed> {
  constructor(readonly request: DisputeRequest) {
    super();
  }
}
