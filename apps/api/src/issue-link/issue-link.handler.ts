import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { AccountLink } from '#domain';
import { AccountRepository } from '#storage';
import { IssueLinkCommand } from './issue-link.command.js';

@CommandHandler(IssueLinkCommand)
export class IssueLinkHandler implements ICommandHandler<IssueLinkCommand> {
  constructor(private readonly accounts: AccountRepository) {}

  execute({ organisationId, id, by }: IssueLinkCommand): Promise<AccountLink | null> {
    return this.accounts.issueLink({ organisationId, by }, id);
  }
}
