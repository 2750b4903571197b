import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CoachingNoteRepository, type Noted } from '#storage';
import { NoteCoachingSessionCommand } from './note-coaching-session.command.js';

@CommandHandler(NoteCoachingSessionCommand)
export class NoteCoachingSessionHandler implements ICommandHandler<NoteCoachingSessionCommand> {
  constructor(private readonly notes: CoachingNoteRepository) {}

  execute({ request }: NoteCoachingSessionCommand): Promise<Noted> {
    return this.notes.write(request);
  }
}
