import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { QueueRepository } from '#storage';
import { ReleaseReviewCommand } from './release-review.command.js';

@CommandHandler(ReleaseReviewCommand)
export class ReleaseReviewHandler implements ICommandHandler<ReleaseReviewCommand> {
  constructor(private readonly queues: QueueRepository) {}

  execute({ organisationId, interactionId, by }: ReleaseReviewCommand): Promise<void> {
    return this.queues.release(organisationId, interactionId, by);
  }
}
