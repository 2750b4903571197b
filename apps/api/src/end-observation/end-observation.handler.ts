import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ObservationRepository } from '#storage';
import { EndObservationCommand } from './end-observation.command.js';

@CommandHandler(EndObservationCommand)
export class EndObservationHandler implements ICommandHandler<EndObservationCommand> {
  constructor(private readonly observations: ObservationRepository) {}

  execute({ organisationId, ruleId, reason, by }: EndObservationCommand): Promise<boolean> {
    return this.observations.end(organisationId, ruleId, reason, by);
  }
}
