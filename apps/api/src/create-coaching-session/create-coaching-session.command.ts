import { Command } from '@nestjs/cqrs';
import type { CoachingCreated, NewCoachingSession } from '#storage';

/** Makes the draft of a coaching session. */
export class CreateCoachingSessionCommand extends Command<CoachingCreated> {
  constructor(
    readonly request: NewCoachingSession,
  ) {
    super();
  }
}
