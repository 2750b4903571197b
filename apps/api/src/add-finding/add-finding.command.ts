import { Command } from '@nestjs/cqrs';
import type { Added, AddRequest } from '#storage';

/** Adds what a reviewer found and no rule did. */
export class AddFindingCommand extends Command<Added> {
  constructor(readonly request: AddRequest) {
    super();
  }
}
