import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DisputeRepository, type Withdrawn } from '#storage';
import { WithdrawDisputeCommand } from './withdraw-dispute.command.js';

@CommandHandler(WithdrawDisputeCommand)
export class WithdrawDisputeHandler implements ICommandHandler<WithdrawDisputeCommand> {
  constructor(private readonly disputes: DisputeRepository) {}

  execute({ request }: WithdrawDisputeCommand): Promise<Withdrawn> {
    return this.disputes.withdraw(request);
  }
}
