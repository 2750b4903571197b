import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Discarded, EvaluationRepository } from '#storage';
import { DiscardEvaluationCommand } from './discard-evaluation.command.js';

@CommandHandler(DiscardEvaluationCommand)
export class DiscardEvaluationHandler implements ICommandHandler<DiscardEvaluationCommand> {
  constructor(private readonly evaluations: EvaluationRepository) {}

  execute({ action }: DiscardEvaluationCommand): Promise<Discarded> {
    return this.evaluations.discard(action);
  }
}
