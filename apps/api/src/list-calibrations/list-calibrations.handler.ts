import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Calibration } from '#domain';
import { CalibrationReader } from '#storage';
import { ListCalibrationsQuery } from './list-calibrations.query.js';

@QueryHandler(ListCalibrationsQuery)
export class ListCalibrationsHandler implements IQueryHandler<ListCalibrationsQuery> {
  constructor(private readonly calibrations: CalibrationReader) {}

  execute({ organisationId, teams }: ListCalibrationsQuery): Promise<Calibration[]> {
    return this.calibrations.listCalibrations(organisationId, teams);
  }
}
