import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EvaluationRepository, type Submitted } from '#storage';
import { SubmitEvaluationCommand } from './submit-evaluation.command.js';

@CommandHandler(SubmitEvaluationCommand)
export class SubmitEvaluationHandler implements ICommandHandler<SubmitEvaluationCommand> {
  constructor(private readonly evaluations: EvaluationRepository) {}

  execute({ action }: SubmitEvaluationCommand): Promise<Submitted> {
    return this.evaluations.submit(action);
  }
}
