import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Acknowledged, EvaluationRepository } from '#storage';
import { CommentEvaluationCommand } from './comment-evaluation.command.js';

@CommandHandler(CommentEvaluationCommand)
export class CommentEvaluationHandler implements ICommandHandler<CommentEvaluationCommand> {
  constructor(private readonly evaluations: EvaluationRepository) {}

  execute({ self, evaluationId, text, revision }: CommentEvaluationCommand): Promise<Acknowledged> {
    return this.evaluations.comment(self, evaluationId, text, revision);
  }
}
