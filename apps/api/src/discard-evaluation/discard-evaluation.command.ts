import { Command } from '@nestjs/cqrs';
import type { Discarded, EvaluationAction } from '#storage';

/** Throws a draft of one’s own away. */
export class DiscardEvaluationCommand extends Command<Discarded> {
  constructor(
    readonly action: EvaluationAction,
  ) {
    super();
  }
}
