import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { CalibrationItem } from '#domain';
import { CalibrationReader } from '#storage';
import { ListCalibrationItemsQuery } from './list-calibration-items.query.js';

@QueryHandler(ListCalibrationItemsQuery)
export class ListCalibrationItemsHandler implements IQueryHandler<ListCalibrationItemsQuery> {
  constructor(private readonly calibrations: CalibrationReader) {}

  execute({ organisationId, calibrationId, reviewer, open, findingId }: ListCalibrationItemsQuery): Promise<CalibrationItem[]> {
    return this.calibrations.listItems(organisationId, calibrationId, reviewer, open, findingId);
  }
}
