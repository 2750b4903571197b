import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Added, HandFindingRepository } from '#storage';
import { AddFindingCommand } from './add-finding.command.js';

@CommandHandler(AddFindingCommand)
export class AddFindingHandler implements ICommandHandler<AddFindingCommand> {
  constructor(private readonly findings: HandFindingRepository) {}

  execute({ request }: AddFindingCommand): Promise<Added> {
    return this.findings.add(request);
  }
}
