import { Command } from '@nestjs/cqrs';
import type { EvaluationAnswer } from '#domain';
import type { Answered, EvaluationAction } from '#storage';

/** Writes the answers of a draft of one’s own. */
export class AnswerEvaluationCommand extends Command<Answered> {
  constructor(
    readonly action: EvaluationAction,
    readonly answers: readonly EvaluationAnswer[],
  ) {
    super();
  }
}
