import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CoachingChanged, CoachingRepository } from '#storage';
import { RemoveCoachingSessionCommand } from './remove-coaching-session.command.js';

@CommandHandler(RemoveCoachingSessionCommand)
export class RemoveCoachingSessionHandler implements ICommandHandler<RemoveCoachingSessionCommand> {
  constructor(private readonly sessions: CoachingRepository) {}

  execute({ request }: RemoveCoachingSessionCommand): Promise<CoachingChanged> {
    return this.sessions.remove(request);
  }
}
