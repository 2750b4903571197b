import { Query } from '@nestjs/cqrs';
import type { Calibration } from '#domain';

/** Calibrations drawn from these teams alone. */
export class ListCalibrationsQuery extends Query<Calibration[]> {
  constructor(
    readonly organisationId: string,
    readonly teams: 'all' | readonly string[],
  ) {
    super();
  }
}
