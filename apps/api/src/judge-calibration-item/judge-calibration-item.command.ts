import { Command } from '@nestjs/cqrs';
import type { Judgement } from '#domain';
import type { CalibrationAct, ItemAction } from '#storage';

/** Gives, or changes, one's own judgement on a finding of an open calibration. */
export class JudgeCalibrationItemCommand extends Command<CalibrationAct> {
  constructor(
    readonly action: ItemAction,
    readonly judgement: Judgement,
  ) {
    super();
  }
}
