import { Command } from '@nestjs/cqrs';
import type { NoteRequest, Noted } from '#storage';

/** Writes one’s own note of a session, or takes it away. */
export class NoteCoachingSessionCommand extends Command<Noted> {
  constructor(
    readonly request: NoteRequest,
  ) {
    super();
  }
}
