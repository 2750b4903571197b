import { Command } from '@nestjs/cqrs';
import type { Completed, CompletionRequest } from '#storage';

/** Says that an interaction of a sample is judged whole, or takes that back. */
export class CompleteSampleItemCommand extends Command<Completed> {
  constructor(readonly request: CompletionRequest) {
    super();
  }
}
