import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { SignInRepository } from '#storage';
import { SignOutCommand } from './sign-out.command.js';

@CommandHandler(SignOutCommand)
export class SignOutHandler implements ICommandHandler<SignOutCommand> {
  constructor(private readonly signIns: SignInRepository) {}

  execute({ organisationId, session }: SignOutCommand): Promise<void> {
    return this.signIns.signOut(organisationId, session);
  }
}
