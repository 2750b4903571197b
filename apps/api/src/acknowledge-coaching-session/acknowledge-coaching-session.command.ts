import { Command } from '@nestjs/cqrs';
import type { CoachingChanged, CoachingRequest } from '#storage';

/** The agent concerned says that the session was as it stands there. */
export class AcknowledgeCoachingSessionCommand extends Command<CoachingChanged> {
  constructor(
    readonly request: CoachingRequest,
  ) {
    super();
  }
}
