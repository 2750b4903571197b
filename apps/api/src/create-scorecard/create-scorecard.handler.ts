import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ScorecardCreated, ScorecardRepository } from '#storage';
import { CreateScorecardCommand } from './create-scorecard.command.js';

@CommandHandler(CreateScorecardCommand)
export class CreateScorecardHandler implements ICommandHandler<CreateScorecardCommand> {
  constructor(private readonly scorecards: ScorecardRepository) {}

  execute({ organisationId, definition, by, key }: CreateScorecardCommand): Promise<ScorecardCreated> {
    return this.scorecards.create(organisationId, definition, by, key);
  }
}
