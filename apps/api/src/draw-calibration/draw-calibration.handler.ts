import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CalibrationRepository, type DrawnCalibration } from '#storage';
import { DrawCalibrationCommand } from './draw-calibration.command.js';

@CommandHandler(DrawCalibrationCommand)
export class DrawCalibrationHandler implements ICommandHandler<DrawCalibrationCommand> {
  constructor(private readonly calibrations: CalibrationRepository) {}

  execute({ request }: DrawCalibrationCommand): Promise<DrawnCalibration> {
    return this.calibrations.draw(request);
  }
}
