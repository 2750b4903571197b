import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Erasure } from '#domain';
import { AllowForAllTeams } from '#runtime';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { noParameters } from '../http/filters.schema.js';
import { noSuch } from '../http/no-such.js';
import { Describe } from '../openapi/describe.decorator.js';
import { erasure, exampleErasure } from '../read-models/erasure.schema.js';
import { ReadErasureQuery } from './read-erasure.query.js';

@Controller('v1/erasures')
export class ReadErasureController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams('dpo', 'admin')
  @Get(':id')
  @Describe({
    id: 'readErasure',
    tag: 'erasures',
    fr: 'Lire ce qui reste d’un effacement : quand, par qui, pourquoi, combien',
    en: 'Read what is left of an erasure: when, by whom, why, how much',
    answer: erasure,
    example: exampleErasure,
    problems: ['invalid_path', 'invalid_query', 'not_found'],
  })
  async read(@Param('id', { schema: z.uuid() }) id: string, @Query({ schema: noParameters }) _none: unknown): Promise<Erasure> {
    const found = await this.queries.execute(new ReadErasureQuery(this.settings.organisationId, id));
    if (found === null) throw noSuch('Effacement', 'erasure');
    return found;
  }
}
