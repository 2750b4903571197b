import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ScorecardActed, ScorecardRepository } from '#storage';
import { RetireScorecardCommand } from './retire-scorecard.command.js';

@CommandHandler(RetireScorecardCommand)
export class RetireScorecardHandler implements ICommandHandler<RetireScorecardCommand> {
  constructor(private readonly scorecards: ScorecardRepository) {}

  execute({ action, version, from }: RetireScorecardCommand): Promise<ScorecardActed> {
    return this.scorecards.retire(action, version, from);
  }
}
