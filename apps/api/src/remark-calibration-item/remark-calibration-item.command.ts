import { Command } from '@nestjs/cqrs';
import type { CalibrationAct, ItemAction } from '#storage';

/** Says something about a finding of a closed calibration. */
export class RemarkCalibrationItemCommand extends Command<CalibrationAct> {
  constructor(
    readonly action: ItemAction,
    readonly text: string,
    /** `Idempotency-Key` */
    readonly requestKey: string | undefined,
  ) {
    super();
  }
}
