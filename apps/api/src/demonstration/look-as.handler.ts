import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ActorSource } from '#runtime';
import { InventedAccounts, type SignedIn } from '#storage';
import { LookAsCommand } from './look-as.command.js';

@CommandHandler(LookAsCommand)
export class LookAsHandler implements ICommandHandler<LookAsCommand> {
  constructor(
    private readonly invented: InventedAccounts,
    private readonly actors: ActorSource,
  ) {}

  async execute({ organisationId, accountId }: LookAsCommand): Promise<SignedIn | null> {
    return (await this.actors.isOpen()) ? this.invented.signIn(organisationId, accountId) : null;
  }
}
