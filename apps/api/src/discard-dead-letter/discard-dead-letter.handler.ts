import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeadLetterRepository, type Settled } from '#storage';
import { DiscardDeadLetterCommand } from './discard-dead-letter.command.js';

@CommandHandler(DiscardDeadLetterCommand)
export class DiscardDeadLetterHandler implements ICommandHandler<DiscardDeadLetterCommand> {
  constructor(private readonly letters: DeadLetterRepository) {}

  execute({ organisationId, letterId, reason, by }: DiscardDeadLetterCommand): Promise<Settled> {
    return this.letters.discard(organisationId, letterId, reason, by);
  }
}
