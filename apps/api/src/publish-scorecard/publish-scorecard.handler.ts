import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ScorecardActed, ScorecardRepository } from '#storage';
import { PublishScorecardCommand } from './publish-scorecard.command.js';

@CommandHandler(PublishScorecardCommand)
export class PublishScorecardHandler implements ICommandHandler<PublishScorecardCommand> {
  constructor(private readonly scorecards: ScorecardRepository) {}

  execute({ action, version, effectiveOn }: PublishScorecardCommand): Promise<ScorecardActed> {
    return this.scorecards.publish(action, version, effectiveOn);
  }
}
