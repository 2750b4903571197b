import { Command } from '@nestjs/cqrs';
import type { SignedIn } from '#storage';

/** Opens a session as somebody of the demonstration. Null: the port is not open, or there is nobody of that id. */
export class LookAsCommand extends Command<SignedIn | null> {
  constructor(
    readonly organisationId: string,
    readonly accountId: string,
  ) {
    super();
  }
}
