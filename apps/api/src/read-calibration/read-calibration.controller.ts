import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, type Calibration, REVIEWERS } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import { z } from 'zod';
import { calibrationFor } from '../calibrations/calibration-answers.js';
import { noParameters } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleCalibration } from '../read-models/calibration.example.js';
import { calibration } from '../read-models/calibration.schema.js';

@Controller('v1/calibrations')
export class ReadCalibrationController {
  constructor(private readonly queries: QueryBus) {}

  @Allow(...REVIEWERS)
  @Get(':id')
  @Describe({
    id: 'readCalibration',
    tag: 'calibrations',
    fr: 'Un calibrage ; une fois terminé, l’accord entre relecteurs par règle',
    en: 'A calibration; once closed, how far reviewers agree, per rule',
    answer: calibration,
    example: exampleCalibration,
    problems: ['invalid_path', 'invalid_query', 'not_found'],
  })
  read(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Query({ schema: noParameters }) _none: unknown): Promise<Calibration> {
    return calibrationFor(this.queries, actor, id);
  }
}
