import { Command } from '@nestjs/cqrs';
import type { CalibrationAct } from '#storage';

/** Ends the judging: from here on everybody sees what everybody said. */
export class CloseCalibrationCommand extends Command<CalibrationAct> {
  constructor(
    readonly organisationId: string,
    readonly calibrationId: string,
    readonly by: string,
  ) {
    super();
  }
}
