import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type DrawnSample, SampleRepository } from '#storage';
import { DrawSampleCommand } from './draw-sample.command.js';

@CommandHandler(DrawSampleCommand)
export class DrawSampleHandler implements ICommandHandler<DrawSampleCommand> {
  constructor(private readonly samples: SampleRepository) {}

  execute({ request }: DrawSampleCommand): Promise<DrawnSample> {
    return this.samples.draw(request);
  }
}
