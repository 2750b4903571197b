import { Command } from '@nestjs/cqrs';
import type { CoachingChange } from '#domain';
import type { CoachingChanged, CoachingRequest } from '#storage';

/** Changes what a session is about, or what was agreed on. */
export class ChangeCoachingSessionCommand extends Command<CoachingChanged> {
  constructor(
    readonly request: CoachingRequest,
    readonly change: CoachingChange,
  ) {
    super();
  }
}
