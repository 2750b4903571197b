import { Command } from '@nestjs/cqrs';
import type { Acknowledged, Self } from '#storage';

/** The agent evaluated takes note of an evaluation. */
export class AcknowledgeEvaluationCommand extends Command<Acknowledged> {
  constructor(
    readonly self: Self,
    readonly evaluationId: string,
  ) {
    super();
  }
}
