import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Disputed, DisputeRepository } from '#storage';
import { DisputeFindingCommand } from './dispute-finding.command.js';

@CommandHandler(DisputeFindingCommand)
export class DisputeFindingHandler implements ICommandHandler<DisputeFindingCommand> {
  constructor(private readonly disputes: DisputeRepository) {}

  execute({ request }: DisputeFindingCommand): Promise<Disputed> {
    return this.disputes.dispute(request);
  }
}
