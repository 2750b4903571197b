import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CoachingCreated, CoachingRepository } from '#storage';
import { CreateCoachingSessionCommand } from './create-coaching-session.command.js';

@CommandHandler(CreateCoachingSessionCommand)
export class CreateCoachingSessionHandler implements ICommandHandler<CreateCoachingSessionCommand> {
  constructor(private readonly sessions: CoachingRepository) {}

  execute({ request }: CreateCoachingSessionCommand): Promise<CoachingCreated> {
    return this.sessions.create(request);
  }
}
