import { isDeepStrictEqual } from 'node:util';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ReviewRepository, type Reviewed } from '#storage';
import { ReviewFindingCommand } from './review-finding.command.js';

@CommandHandler(ReviewFindingCommand)
export class ReviewFindingHandler implements ICommandHandler<ReviewFindingCommand> {
  constructor(private readonly reviews: ReviewRepository) {}

  execute({ seen, ...request }: ReviewFindingCommand): Promise<Reviewed> {
    return this.reviews.review({ ...request, expects: (standing) => seen === undefined || isDeepStrictEqual(standing, seen) });
  }
}
