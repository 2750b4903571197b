import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CoachingChanged, CoachingRepository } from '#storage';
import { MoveCoachingSessionCommand } from './move-coaching-session.command.js';

@CommandHandler(MoveCoachingSessionCommand)
export class MoveCoachingSessionHandler implements ICommandHandler<MoveCoachingSessionCommand> {
  constructor(private readonly sessions: CoachingRepository) {}

  execute({ request, step, on }: MoveCoachingSessionCommand): Promise<CoachingChanged> {
    return this.sessions.step(request, step, on, new Date());
  }
}
