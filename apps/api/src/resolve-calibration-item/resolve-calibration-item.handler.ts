import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CalibrationAct, CalibrationRepository } from '#storage';
import { ResolveCalibrationItemCommand } from './resolve-calibration-item.command.js';

@CommandHandler(ResolveCalibrationItemCommand)
export class ResolveCalibrationItemHandler implements ICommandHandler<ResolveCalibrationItemCommand> {
  constructor(private readonly calibrations: CalibrationRepository) {}

  execute({ action, judgement, seenAt }: ResolveCalibrationItemCommand): Promise<CalibrationAct> {
    return this.calibrations.resolve(action, judgement, seenAt);
  }
}
