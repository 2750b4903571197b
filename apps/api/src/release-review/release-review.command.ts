import { Command } from '@nestjs/cqrs';

/** Gives an interaction back that one holds; of what somebody else holds, or nobody, nothing changes. */
export class ReleaseReviewCommand extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly interactionId: string,
    readonly by: string,
  ) {
    super();
  }
}
