import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CoachingChanged, CoachingRepository } from '#storage';
import { AcknowledgeCoachingSessionCommand } from './acknowledge-coaching-session.command.js';

@CommandHandler(AcknowledgeCoachingSessionCommand)
export class AcknowledgeCoachingSessionHandler implements ICommandHandler<AcknowledgeCoachingSessionCommand> {
  constructor(private readonly sessions: CoachingRepository) {}

  execute({ request }: AcknowledgeCoachingSessionCommand): Promise<CoachingChanged> {
    return this.sessions.acknowledge(request);
  }
}
