import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Webhook } from '#domain';
import { AllowForAllTeams } from '#runtime';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { noParameters } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { exampleWebhook, webhook } from '../webhooks/webhook.schema.js';
import { ListWebhooksQuery } from './list-webhooks.query.js';

const list = z.strictObject({ items: z.array(webhook) }).meta({ id: 'WebhookList' });

@Controller('v1/webhooks')
export class ListWebhooksController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams('admin', 'dpo')
  @Get()
  @Header('cache-control', 'no-store')
  @Describe({ id: 'listWebhooks', tag: 'webhooks', fr: 'Lister les webhooks', en: 'List webhooks', answer: list, example: { items: [exampleWebhook] }, problems: ['invalid_query'] })
  async list(@Query({ schema: noParameters }) _none: unknown): Promise<{ items: readonly Webhook[] }> {
    return { items: await this.queries.execute(new ListWebhooksQuery(this.settings.organisationId)) };
  }
}
