import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ProviderAccountRepository, type SignedIn } from '#storage';
import { SignInByProviderCommand } from './sign-in-by-provider.command.js';

@CommandHandler(SignInByProviderCommand)
export class SignInByProviderHandler implements ICommandHandler<SignInByProviderCommand> {
  constructor(private readonly accounts: ProviderAccountRepository) {}

  execute({ signIn }: SignInByProviderCommand): Promise<SignedIn | null> {
    return this.accounts.signIn(signIn);
  }
}
