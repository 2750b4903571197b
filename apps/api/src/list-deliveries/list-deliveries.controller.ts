import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Page, WebhookDelivery } from '#domain';
import { AllowForAllTeams } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { pageFields } from '../http/filters.schema.js';
import { linkNext, withCursor } from '../http/paging.js';
import { Describe } from '../openapi/describe.decorator.js';
import { pageOf } from '../read-models/named.schema.js';
import { noSuchWebhook } from '../webhooks/webhook-answers.js';
import { delivery, exampleDelivery } from '../webhooks/webhook.schema.js';
import { ListDeliveriesQuery } from './list-deliveries.query.js';

const request = z.strictObject(pageFields);

@Controller('v1/webhooks')
export class ListDeliveriesController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams('admin', 'dpo')
  @Get(':id/deliveries')
  @Describe({
    id: 'listDeliveries',
    tag: 'webhooks',
    fr: 'Lister les envois d’un webhook, les derniers d’abord',
    en: 'List the deliveries of a webhook, the latest first',
    answer: pageOf('WebhookDeliveryPage', delivery),
    example: { items: [exampleDelivery], next: null },
    paged: true,
    problems: ['invalid_path', 'invalid_query', 'invalid_cursor', 'not_found'],
  })
  async list(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: request }) page: z.output<typeof request>,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<WebhookDelivery>> {
    const found = await withCursor(() => this.queries.execute(new ListDeliveriesQuery(this.settings.organisationId, id, page)));
    if (found === null) throw noSuchWebhook();
    linkNext(found, asked, reply);
    return found;
  }
}
