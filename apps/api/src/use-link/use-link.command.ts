import { Command } from '@nestjs/cqrs';
import type { SignedIn } from '#storage';

/** Chooses a password by a one-time link; null when the link opens nothing (any more). */
export class UseLinkCommand extends Command<SignedIn | null> {
  constructor(
    readonly organisationId: string,
    readonly token: string,
    readonly password: string,
    /** Of the first account, which its link makes. */
    readonly first: { readonly login: string; readonly name: string } | null,
  ) {
    super();
  }
}
