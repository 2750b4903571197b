import { Command } from '@nestjs/cqrs';
import type { ProviderSignIn, SignedIn } from '#storage';

/** Opens a session for whom a provider names; null when that person may not come in. */
export class SignInByProviderCommand extends Command<SignedIn | null> {
  constructor(readonly signIn: ProviderSignIn) {
    super();
  }
}
