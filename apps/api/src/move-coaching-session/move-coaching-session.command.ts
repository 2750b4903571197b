import { Command } from '@nestjs/cqrs';
import type { CoachingStep } from '#domain';
import type { CoachingChanged, CoachingRequest } from '#storage';

/** Plans a session, says that it was held, or followed up. */
export class MoveCoachingSessionCommand extends Command<CoachingChanged> {
  constructor(
    readonly request: CoachingRequest,
    readonly step: CoachingStep,
    readonly on: string,
  ) {
    super();
  }
}
