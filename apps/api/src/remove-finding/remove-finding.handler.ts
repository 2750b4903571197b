import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { HandFindingRepository, type Removed } from '#storage';
import { RemoveFindingCommand } from './remove-finding.command.js';

@CommandHandler(RemoveFindingCommand)
export class RemoveFindingHandler implements ICommandHandler<RemoveFindingCommand> {
  constructor(private readonly findings: HandFindingRepository) {}

  execute({ organisationId, findingId, by, sight }: RemoveFindingCommand): Promise<Removed> {
    return this.findings.remove(organisationId, findingId, by, sight);
  }
}
