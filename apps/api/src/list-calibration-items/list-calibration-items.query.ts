import { Query } from '@nestjs/cqrs';
import type { CalibrationItem } from '#domain';

/** The findings of a calibration as one reviewer may see them: while it is open, without what others said. */
export class ListCalibrationItemsQuery extends Query<CalibrationItem[]> {
  constructor(
    readonly organisationId: string,
    readonly calibrationId: string,
    readonly reviewer: string,
    readonly open: boolean,
    /** That item alone; null: all. */
    readonly findingId: string | null = null,
  ) {
    super();
  }
}
