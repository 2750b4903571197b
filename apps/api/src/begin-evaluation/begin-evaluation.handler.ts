import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Begun, EvaluationRepository } from '#storage';
import { BeginEvaluationCommand } from './begin-evaluation.command.js';

@CommandHandler(BeginEvaluationCommand)
export class BeginEvaluationHandler implements ICommandHandler<BeginEvaluationCommand> {
  constructor(private readonly evaluations: EvaluationRepository) {}

  execute({ request }: BeginEvaluationCommand): Promise<Begun> {
    return this.evaluations.begin(request);
  }
}
