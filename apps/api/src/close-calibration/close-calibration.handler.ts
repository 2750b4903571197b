import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CalibrationAct, CalibrationRepository } from '#storage';
import { CloseCalibrationCommand } from './close-calibration.command.js';

@CommandHandler(CloseCalibrationCommand)
export class CloseCalibrationHandler implements ICommandHandler<CloseCalibrationCommand> {
  constructor(private readonly calibrations: CalibrationRepository) {}

  execute({ organisationId, calibrationId, by }: CloseCalibrationCommand): Promise<CalibrationAct> {
    return this.calibrations.close(organisationId, calibrationId, by);
  }
}
