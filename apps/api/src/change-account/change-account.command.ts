import { Command } from '@nestjs/cqrs';
import type { AccountChange } from '#domain';
import type { AccountChanged } from '#storage';

/** Changes what an account is called, what it may do, or whether it may come in. */
export class ChangeAccountCommand extends Command<AccountChanged> {
  constructor(
    readonly organisationId: string,
    readonly id: string,
    readonly change: AccountChange,
    readonly by: string,
    /** What was seen; undefined: whatever it is now. */
    readonly version: number | undefined,
  ) {
    super();
  }
}
