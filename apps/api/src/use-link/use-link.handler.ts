import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type SignedIn, SignInRepository } from '#storage';
import { hashPassword } from '../access/password.js';
import { UseLinkCommand } from './use-link.command.js';

@CommandHandler(UseLinkCommand)
export class UseLinkHandler implements ICommandHandler<UseLinkCommand> {
  constructor(private readonly signIns: SignInRepository) {}

  async execute({ organisationId, token, password, first }: UseLinkCommand): Promise<SignedIn | null> {
    return this.signIns.useLink(organisationId, token, await hashPassword(password), first);
  }
}
