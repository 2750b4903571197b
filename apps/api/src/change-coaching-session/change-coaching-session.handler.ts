import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CoachingChanged, CoachingRepository } from '#storage';
import { ChangeCoachingSessionCommand } from './change-coaching-session.command.js';

@CommandHandler(ChangeCoachingSessionCommand)
export class ChangeCoachingSessionHandler implements ICommandHandler<ChangeCoachingSessionCommand> {
  constructor(private readonly sessions: CoachingRepository) {}

  execute({ request, change }: ChangeCoachingSessionCommand): Promise<CoachingChanged> {
    return this.sessions.change(request, change);
  }
}
