import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { QueueRepository } from '#storage';
import { AssignReviewCommand } from './assign-review.command.js';

@CommandHandler(AssignReviewCommand)
export class AssignReviewHandler implements ICommandHandler<AssignReviewCommand> {
  constructor(private readonly queues: QueueRepository) {}

  execute({ request }: AssignReviewCommand): Promise<boolean> {
    return this.queues.assign(request);
  }
}
