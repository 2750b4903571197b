import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Calibration } from '#domain';
import { CalibrationReader } from '#storage';
import { ReadCalibrationQuery } from './read-calibration.query.js';

@QueryHandler(ReadCalibrationQuery)
export class ReadCalibrationHandler implements IQueryHandler<ReadCalibrationQuery> {
  constructor(private readonly calibrations: CalibrationReader) {}

  execute({ organisationId, calibrationId, teams }: ReadCalibrationQuery): Promise<Calibration | null> {
    return this.calibrations.readCalibration(organisationId, calibrationId, teams);
  }
}
