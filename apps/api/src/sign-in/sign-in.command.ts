import { Command } from '@nestjs/cqrs';
import type { SignedIn } from '#storage';

/** `wait`: too many wrong passwords, seconds until the next may be tried. */
export type SignInResult = { readonly kind: 'done'; readonly signedIn: SignedIn } | { readonly kind: 'wrong' } | { readonly kind: 'wait'; readonly seconds: number };

/** Signs in by login and password. */
export class SignInCommand extends Command<SignInResult> {
  constructor(
    readonly organisationId: string,
    readonly login: string,
    readonly password: string,
  ) {
    super();
  }
}
