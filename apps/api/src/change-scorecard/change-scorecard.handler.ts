import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ScorecardActed, ScorecardRepository } from '#storage';
import { ChangeScorecardCommand } from './change-scorecard.command.js';

@CommandHandler(ChangeScorecardCommand)
export class ChangeScorecardHandler implements ICommandHandler<ChangeScorecardCommand> {
  constructor(private readonly scorecards: ScorecardRepository) {}

  execute({ action, definition }: ChangeScorecardCommand): Promise<ScorecardActed> {
    return this.scorecards.draft(action, definition);
  }
}
