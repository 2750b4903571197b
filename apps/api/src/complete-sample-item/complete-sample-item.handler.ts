import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Completed, SampleCompletion } from '#storage';
import { CompleteSampleItemCommand } from './complete-sample-item.command.js';

@CommandHandler(CompleteSampleItemCommand)
export class CompleteSampleItemHandler implements ICommandHandler<CompleteSampleItemCommand> {
  constructor(private readonly completion: SampleCompletion) {}

  execute({ request }: CompleteSampleItemCommand): Promise<Completed> {
    return this.completion.complete(request);
  }
}
