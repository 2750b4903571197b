import { Command } from '@nestjs/cqrs';
import type { Judgement } from '#domain';
import type { CalibrationAct, ItemAction } from '#storage';

/** Writes down what reviewers came to agree on. */
export class ResolveCalibrationItemCommand extends Command<CalibrationAct> {
  constructor(
    readonly action: ItemAction,
    readonly judgement: Judgement,
    /** When what was read had been resolved, null if it was not; undefined: resolve whatever stands. */
    readonly seenAt: string | null | undefined,
  ) {
    super();
  }
}
