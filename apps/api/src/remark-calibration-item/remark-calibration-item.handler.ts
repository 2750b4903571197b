import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CalibrationAct, CalibrationRepository } from '#storage';
import { RemarkCalibrationItemCommand } from './remark-calibration-item.command.js';

@CommandHandler(RemarkCalibrationItemCommand)
export class RemarkCalibrationItemHandler implements ICommandHandler<RemarkCalibrationItemCommand> {
  constructor(private readonly calibrations: CalibrationRepository) {}

  execute({ action, text, requestKey }: RemarkCalibrationItemCommand): Promise<CalibrationAct> {
    return this.calibrations.remark(action, text, requestKey);
  }
}
