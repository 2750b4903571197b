import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type AccountChanged, AccountRepository } from '#storage';
import { ChangeAccountCommand } from './change-account.command.js';

@CommandHandler(ChangeAccountCommand)
export class ChangeAccountHandler implements ICommandHandler<ChangeAccountCommand> {
  constructor(private readonly accounts: AccountRepository) {}

  execute({ organisationId, id, change, by, version }: ChangeAccountCommand): Promise<AccountChanged> {
    return this.accounts.change({ organisationId, by }, id, change, version);
  }
}
