import { Query } from '@nestjs/cqrs';
import type { Calibration } from '#domain';

/** A calibration and, once closed, how far its reviewers agree; null when there is none drawn from these teams alone. */
export class ReadCalibrationQuery extends Query<Calibration | null> {
  constructor(
    readonly organisationId: string,
    readonly calibrationId: string,
    readonly teams: 'all' | readonly string[],
  ) {
    super();
  }
}
