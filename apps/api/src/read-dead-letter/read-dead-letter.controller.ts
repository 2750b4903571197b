import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { DeadLetterDetail } from '#domain';
import { AllowForAllTeams } from '#runtime';
import type { FastifyReply } from 'fastify';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { noSuchLetter, tagOf } from '../dead-letters/settled.js';
import { noParameters } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { deadLetterDetail, exampleWholeLetter, letterId } from '../read-models/dead-letter.schema.js';
import { ReadDeadLetterQuery } from './read-dead-letter.query.js';

@Controller('v1/dead-letters')
export class ReadDeadLetterController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams('admin', 'dpo')
  @Get(':id')
  @Describe({
    id: 'readDeadLetter',
    tag: 'dead-letters',
    fr: 'Lire un message mis de côté, octet pour octet',
    en: 'Read a dead letter, byte for byte',
    details: 'Clé, valeur et en-têtes sont ceux du message reçu. · Key, value and headers are those of the record as it came.',
    answer: deadLetterDetail,
    example: exampleWholeLetter,
    problems: ['invalid_path', 'invalid_query', 'not_found'],
  })
  async read(
    @Param('id', { schema: letterId }) id: string,
    @Query({ schema: noParameters }) _none: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeadLetterDetail> {
    const found = await this.queries.execute(new ReadDeadLetterQuery(this.settings.organisationId, id));
    if (found === null) throw noSuchLetter();
    void reply.header('etag', tagOf(found));
    return found;
  }
}
