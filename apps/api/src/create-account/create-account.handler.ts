import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type AccountCreated, AccountRepository } from '#storage';
import { CreateAccountCommand } from './create-account.command.js';

@CommandHandler(CreateAccountCommand)
export class CreateAccountHandler implements ICommandHandler<CreateAccountCommand> {
  constructor(private readonly accounts: AccountRepository) {}

  execute({ organisationId, account, by }: CreateAccountCommand): Promise<AccountCreated> {
    return this.accounts.create({ organisationId, by }, account);
  }
}
