import { Command } from '@nestjs/cqrs';
import type { Commented, CommentRequest } from '#storage';

/** Writes, changes or takes away what an agent says of a finding of his or her own. */
export class CommentFindingCommand extends Command<Commented> {
  constructor(readonly request: CommentRequest) {
    super();
  }
}
