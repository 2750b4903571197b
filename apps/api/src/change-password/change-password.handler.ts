import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { SignInRepository } from '#storage';
import { hashPassword, isPassword } from '../access/password.js';
import type { SignInResult } from '../sign-in/sign-in.command.js';
import { ChangePasswordCommand } from './change-password.command.js';

@CommandHandler(ChangePasswordCommand)
export class ChangePasswordHandler implements ICommandHandler<ChangePasswordCommand> {
  constructor(private readonly signIns: SignInRepository) {}

  /** A session that somebody else got hold of must not be a way to guess the password either. */
  async execute({ organisationId, accountId, login, current, password }: ChangePasswordCommand): Promise<SignInResult> {
    const seconds = await this.signIns.countAttempt(organisationId, login);
    if (seconds > 0) return { kind: 'wait', seconds };
    const found = await this.signIns.findPassword(organisationId, login);
    if (found === null || found.id !== accountId || !(await isPassword(current, found.password))) return { kind: 'wrong' };
    const signedIn = await this.signIns.changePassword(organisationId, accountId, found.password, await hashPassword(password));
    return signedIn === null ? { kind: 'wrong' } : { kind: 'done', signedIn };
  }
}
