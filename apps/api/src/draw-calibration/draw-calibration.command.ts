import { Command } from '@nestjs/cqrs';
import type { CalibrationRequest, DrawnCalibration } from '#storage';

/** Draws findings that several reviewers judge blind. */
export class DrawCalibrationCommand extends Command<DrawnCalibration> {
  constructor(readonly request: CalibrationRequest) {
    super();
  }
}
