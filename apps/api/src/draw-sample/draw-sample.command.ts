import { Command } from '@nestjs/cqrs';
import type { DrawnSample, DrawRequest } from '#storage';

/** Draws interactions at random, to be reviewed whole. */
export class DrawSampleCommand extends Command<DrawnSample> {
  constructor(readonly request: DrawRequest) {
    super();
  }
}
