import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Webhook } from '#domain';
import { AllowForAllTeams } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { noParameters } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { noSuchWebhook, webhookTag } from '../webhooks/webhook-answers.js';
import { exampleWebhook, webhook } from '../webhooks/webhook.schema.js';
import { ReadWebhookQuery } from './read-webhook.query.js';

@Controller('v1/webhooks')
export class ReadWebhookController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams('admin', 'dpo')
  @Get(':id')
  @Describe({ id: 'readWebhook', tag: 'webhooks', fr: 'Lire un webhook', en: 'Read a webhook', answer: webhook, example: exampleWebhook, problems: ['invalid_path', 'invalid_query', 'not_found'] })
  async read(@Param('id', { schema: z.uuid() }) id: string, @Query({ schema: noParameters }) _none: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<Webhook> {
    const found = await this.queries.execute(new ReadWebhookQuery(this.settings.organisationId, id));
    if (found === null) throw noSuchWebhook();
    // `waiting` is no part of the version, and changes by itself.
    void reply.header('etag', webhookTag(found)).header('cache-control', 'no-store');
    return found;
  }
}
