import { Command } from '@nestjs/cqrs';
import type { NewAccount } from '#domain';
import type { AccountCreated } from '#storage';

/** Makes an account, and the link by which its owner chooses a password. */
export class CreateAccountCommand extends Command<AccountCreated> {
  constructor(
    readonly organisationId: string,
    readonly account: NewAccount,
    readonly by: string,
  ) {
    super();
  }
}
