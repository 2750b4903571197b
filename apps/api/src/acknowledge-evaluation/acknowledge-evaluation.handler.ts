import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Acknowledged, EvaluationRepository } from '#storage';
import { AcknowledgeEvaluationCommand } from './acknowledge-evaluation.command.js';

@CommandHandler(AcknowledgeEvaluationCommand)
export class AcknowledgeEvaluationHandler implements ICommandHandler<AcknowledgeEvaluationCommand> {
  constructor(private readonly evaluations: EvaluationRepository) {}

  execute({ self, evaluationId }: AcknowledgeEvaluationCommand): Promise<Acknowledged> {
    return this.evaluations.acknowledge(self, evaluationId);
  }
}
