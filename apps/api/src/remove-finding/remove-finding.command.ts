import { Command } from '@nestjs/cqrs';
import type { Sight } from '#domain';
import type { Removed } from '#storage';

/** Takes back what a reviewer found. */
export class RemoveFindingCommand extends Command<Removed> {
  constructor(
    readonly organisationId: string,
    readonly findingId: string,
    readonly by: string,
    readonly sight: Sight,
  ) {
    super();
  }
}
