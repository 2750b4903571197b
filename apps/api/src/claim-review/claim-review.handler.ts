import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { QueueItem } from '#domain';
import { QueueRepository } from '#storage';
import { ClaimReviewCommand } from './claim-review.command.js';

@CommandHandler(ClaimReviewCommand)
export class ClaimReviewHandler implements ICommandHandler<ClaimReviewCommand> {
  constructor(private readonly queues: QueueRepository) {}

  execute({ request }: ClaimReviewCommand): Promise<QueueItem | null> {
    return this.queues.take(request);
  }
}
