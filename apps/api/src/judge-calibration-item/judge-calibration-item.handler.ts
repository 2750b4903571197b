import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CalibrationAct, CalibrationRepository } from '#storage';
import { JudgeCalibrationItemCommand } from './judge-calibration-item.command.js';

@CommandHandler(JudgeCalibrationItemCommand)
export class JudgeCalibrationItemHandler implements ICommandHandler<JudgeCalibrationItemCommand> {
  constructor(private readonly calibrations: CalibrationRepository) {}

  execute({ action, judgement }: JudgeCalibrationItemCommand): Promise<CalibrationAct> {
    return this.calibrations.judge(action, judgement);
  }
}
