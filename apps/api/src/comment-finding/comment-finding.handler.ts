import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Commented, CommentRepository } from '#storage';
import { CommentFindingCommand } from './comment-finding.command.js';

@CommandHandler(CommentFindingCommand)
export class CommentFindingHandler implements ICommandHandler<CommentFindingCommand> {
  constructor(private readonly comments: CommentRepository) {}

  execute({ request }: CommentFindingCommand): Promise<Commented> {
    return this.comments.comment(request);
  }
}
