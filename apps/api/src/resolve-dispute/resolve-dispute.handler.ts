import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DisputeRepository, type Resolved } from '#storage';
import { ResolveDisputeCommand } from './resolve-dispute.command.js';

@CommandHandler(ResolveDisputeCommand)
export class ResolveDisputeHandler implements ICommandHandler<ResolveDisputeCommand> {
  constructor(private readonly disputes: DisputeRepository) {}

  execute({ request }: ResolveDisputeCommand): Promise<Resolved> {
    return this.disputes.resolve(request);
  }
}
