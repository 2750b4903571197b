import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { InteractionDetail } from '#domain';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { noParameters } from '../http/filters.schema.js';
import { noSuch } from '../http/no-such.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleInteraction } from '../read-models/examples.js';
import { interactionDetail } from '../read-models/interaction.schema.js';
import { ReadInteractionQuery } from './read-interaction.query.js';

/** There are no accounts yet: whoever reaches the port reads as this. */
const LOCAL_READER = 'local';

@Controller('v1/interactions')
export class ReadInteractionController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Get(':id')
  @Describe({
    id: 'readInteraction',
    tag: 'interactions',
    fr: 'Lire une interaction avec ses constats',
    en: 'Read an interaction with its findings',
    details: 'Chaque lecture est inscrite au journal. · Every read is journalled.',
    answer: interactionDetail,
    example: exampleInteraction,
    problems: ['invalid_path', 'invalid_query', 'not_found'],
  })
  async read(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: noParameters }) _none: unknown,
  ): Promise<InteractionDetail> {
    const found = await this.queries.execute(new ReadInteractionQuery(this.settings.organisationId, id, LOCAL_READER));
    if (found === null) throw noSuch('Interaction', 'interaction');
    return found;
  }
}
