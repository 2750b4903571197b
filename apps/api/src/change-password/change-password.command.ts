import { Command } from '@nestjs/cqrs';
import type { SignInResult } from '../sign-in/sign-in.command.js';

/** Sets a new password in place of the one known. */
export class ChangePasswordCommand extends Command<SignInResult> {
  constructor(
    readonly organisationId: string,
    readonly accountId: string,
    readonly login: string,
    readonly current: string,
    readonly password: string,
  ) {
    super();
  }
}
