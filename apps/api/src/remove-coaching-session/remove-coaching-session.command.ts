import { Command } from '@nestjs/cqrs';
import type { CoachingChanged, CoachingRequest } from '#storage';

/** Takes away a session that was never held. */
export class RemoveCoachingSessionCommand extends Command<CoachingChanged> {
  constructor(
    readonly request: CoachingRequest,
  ) {
    super();
  }
}
