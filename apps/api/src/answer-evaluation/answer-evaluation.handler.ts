import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answered, EvaluationRepository } from '#storage';
import { AnswerEvaluationCommand } from './answer-evaluation.command.js';

@CommandHandler(AnswerEvaluationCommand)
export class AnswerEvaluationHandler implements ICommandHandler<AnswerEvaluationCommand> {
  constructor(private readonly evaluations: EvaluationRepository) {}

  execute({ action, answers }: AnswerEvaluationCommand): Promise<Answered> {
    return this.evaluations.answer(action, answers);
  }
}
