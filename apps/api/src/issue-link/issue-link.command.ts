import { Command } from '@nestjs/cqrs';
import type { AccountLink } from '#domain';

/** Makes a link by which an account's owner chooses a password; null when there is no such account, or it is disabled. */
export class IssueLinkCommand extends Command<AccountLink | null> {
  constructor(
    readonly organisationId: string,
    readonly id: string,
    readonly by: string,
  ) {
    super();
  }
}
