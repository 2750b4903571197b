import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { SignInRepository } from '#storage';
import { isPassword } from '../access/password.js';
import { SignInCommand, type SignInResult } from './sign-in.command.js';

@CommandHandler(SignInCommand)
export class SignInHandler implements ICommandHandler<SignInCommand> {
  constructor(private readonly signIns: SignInRepository) {}

  async execute({ organisationId, login, password }: SignInCommand): Promise<SignInResult> {
    const seconds = await this.signIns.countAttempt(organisationId, login);
    if (seconds > 0) return { kind: 'wait', seconds };
    const found = await this.signIns.findPassword(organisationId, login);
    const right = await isPassword(password, found?.password ?? null);
    const signedIn = right && found !== null ? await this.signIns.signIn(organisationId, found.id, 'password') : null;
    return signedIn === null ? { kind: 'wrong' } : { kind: 'done', signedIn };
  }
}
