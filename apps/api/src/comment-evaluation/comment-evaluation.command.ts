import { Command } from '@nestjs/cqrs';
import type { Acknowledged, Self } from '#storage';

/** The agent evaluated says something of an evaluation, or takes it away. */
export class CommentEvaluationCommand extends Command<Acknowledged> {
  constructor(
    readonly self: Self,
    readonly evaluationId: string,
    readonly text: string | null,
    readonly revision: number | undefined,
  ) {
    super();
  }
}
