import { Controller, Get, Header, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, type Calibration, REVIEWERS } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import { noParameters } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleCalibration } from '../read-models/calibration.example.js';
import { calibrationList } from '../read-models/calibration.schema.js';
import { ListCalibrationsQuery } from './list-calibrations.query.js';

@Controller('v1/calibrations')
export class ListCalibrationsController {
  constructor(private readonly queries: QueryBus) {}

  @Allow(...REVIEWERS)
  @Get()
  @Header('cache-control', 'no-store')
  @Describe({
    id: 'listCalibrations',
    tag: 'calibrations',
    fr: 'Les calibrages et leur avancement, les derniers d’abord',
    en: 'Calibrations and how far they are, the latest first',
    answer: calibrationList,
    example: { items: [{ ...exampleCalibration, agreement: null }] },
    problems: ['invalid_query'],
  })
  async list(@CurrentActor() actor: Actor, @Query({ schema: noParameters }) _none: unknown): Promise<{ items: readonly Calibration[] }> {
    return { items: await this.queries.execute(new ListCalibrationsQuery(actor.organisationId, actor.teams)) };
  }
}
