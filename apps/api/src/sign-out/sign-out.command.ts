import { Command } from '@nestjs/cqrs';

/** Ends a session. */
export class SignOutCommand extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly session: string,
  ) {
    super();
  }
}
