import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, type CustomerTimeline, sightOf, TEAM_READERS } from '#domain';
import { Allow, CurrentActor } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { pageFields, ref } from '../http/filters.schema.js';
import { noSuch } from '../http/no-such.js';
import { linkNext, withCursor } from '../http/paging.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleTimeline } from '../read-models/history.example.js';
import { customerTimeline } from '../read-models/history.schema.js';
import { ReadTimelineQuery } from './read-timeline.query.js';

const timelineRequest = z.strictObject({ ...pageFields, limit: pageFields.limit.default(20) });

@Controller('v1/customers')
export class ReadTimelineController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...TEAM_READERS)
  @Get(':ref/timeline')
  @Describe({
    id: 'readTimeline',
    tag: 'customers',
    fr: 'Suivre un client : ses échanges dans l’ordre du temps, tous canaux et conseillers confondus',
    en: 'Follow a customer: interactions in the order of time, over all channels and agents',
    details:
      'Les plus récents d’abord par page, dans l’ordre du temps dans chaque page. Chaque interaction montrée est inscrite au journal comme lue. · ' +
      'The latest page first, in the order of time within each page. Every interaction shown is journalled as read.',
    answer: customerTimeline,
    example: exampleTimeline,
    paged: true,
    problems: ['invalid_path', 'invalid_query', 'invalid_cursor', 'not_found'],
  })
  async read(
    @CurrentActor() actor: Actor,
    @Param('ref', { schema: ref }) customerRef: string,
    @Query({ schema: timelineRequest }) { limit, cursor }: z.output<typeof timelineRequest>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CustomerTimeline> {
    const found = await withCursor(() => this.queries.execute(new ReadTimelineQuery(this.settings.organisationId, customerRef, { limit, cursor }, actor.id, sightOf(actor))));
    if (found === null) throw noSuch('Client', 'customer');
    linkNext(found, request, reply);
    return found;
  }
}
