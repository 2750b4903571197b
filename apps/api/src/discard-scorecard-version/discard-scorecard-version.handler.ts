import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ScorecardActed, ScorecardRepository } from '#storage';
import { DiscardScorecardVersionCommand } from './discard-scorecard-version.command.js';

@CommandHandler(DiscardScorecardVersionCommand)
export class DiscardScorecardVersionHandler implements ICommandHandler<DiscardScorecardVersionCommand> {
  constructor(private readonly scorecards: ScorecardRepository) {}

  execute({ action, version }: DiscardScorecardVersionCommand): Promise<ScorecardActed> {
    return this.scorecards.discard(action, version);
  }
}
