import { Command } from '@nestjs/cqrs';
import type { QueueItem } from '#domain';
import type { TakeRequest } from '#storage';

/** Takes the next interaction of a queue for one person; null when nothing is left. */
export class ClaimReviewCommand extends Command<QueueItem | null> {
  constructor(readonly request: TakeRequest) {
    super();
  }
}
