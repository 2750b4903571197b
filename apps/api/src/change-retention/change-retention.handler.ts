import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { OrganisationRepository, type RetentionChanged } from '#storage';
import { ChangeRetentionCommand } from './change-retention.command.js';

@CommandHandler(ChangeRetentionCommand)
export class ChangeRetentionHandler implements ICommandHandler<ChangeRetentionCommand> {
  constructor(private readonly organisations: OrganisationRepository) {}

  execute({ organisationId, days, reason }: ChangeRetentionCommand): Promise<RetentionChanged> {
    return this.organisations.changeRetention(organisationId, days, reason);
  }
}
