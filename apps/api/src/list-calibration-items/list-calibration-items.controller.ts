import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, type CalibrationItem, REVIEWERS } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import { z } from 'zod';
import { calibrationFor } from '../calibrations/calibration-answers.js';
import { noParameters } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleItem } from '../read-models/calibration.example.js';
import { calibrationItems } from '../read-models/calibration.schema.js';
import { ListCalibrationItemsQuery } from './list-calibration-items.query.js';

@Controller('v1/calibrations/:id/items')
export class ListCalibrationItemsController {
  constructor(private readonly queries: QueryBus) {}

  @Allow(...REVIEWERS)
  @Get()
  @Header('cache-control', 'no-store')
  @Describe({
    id: 'listCalibrationItems',
    tag: 'calibrations',
    fr: 'Les constats d’un calibrage, avec les mots exacts',
    en: 'The findings of a calibration, with the exact words',
    details:
      'À l’aveugle : ni l’état du constat, ni de qui sont ces mots ; les jugements des autres une fois le calibrage terminé. · ' +
      'Blind: neither what became of the finding nor whose words they are; what others said once the calibration is closed.',
    answer: calibrationItems,
    example: { items: [exampleItem] },
    problems: ['invalid_path', 'invalid_query', 'not_found'],
  })
  async list(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Query({ schema: noParameters }) _none: unknown): Promise<{ items: readonly CalibrationItem[] }> {
    const { state } = await calibrationFor(this.queries, actor, id);
    return { items: await this.queries.execute(new ListCalibrationItemsQuery(actor.organisationId, id, actor.id, state === 'open')) };
  }
}
