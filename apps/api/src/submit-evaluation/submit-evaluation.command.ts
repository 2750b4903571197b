import { Command } from '@nestjs/cqrs';
import type { EvaluationAction, Submitted } from '#storage';

/** Hands an evaluation in: from then on it never changes. */
export class SubmitEvaluationCommand extends Command<Submitted> {
  constructor(
    readonly action: EvaluationAction,
  ) {
    super();
  }
}
