import { Command } from '@nestjs/cqrs';
import type { AssignRequest } from '#storage';

/** Gives an interaction to somebody to review, or takes it from everybody; false when there is no such interaction. */
export class AssignReviewCommand extends Command<boolean> {
  constructor(readonly request: AssignRequest) {
    super();
  }
}
