import { Command } from '@nestjs/cqrs';
import type { Interaction, ParkReason } from '#domain';
import type { Settled } from '#storage';

/** `refused`: sent like this it would come back at once, for this reason. */
export type Replayed = Settled | { readonly kind: 'refused'; readonly reason: ParkReason; readonly detail: string };

/** Sends a dead letter again, once: as it is, or as the corrected interaction. */
export class ReplayDeadLetterCommand extends Command<Replayed> {
  constructor(
    readonly organisationId: string,
    readonly letterId: string,
    readonly corrected: Interaction | undefined,
    readonly by: string,
  ) {
    super();
  }
}
