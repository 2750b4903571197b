import { Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor, WebhookDelivery } from '#domain';
import { AllowForAllTeams, CurrentActor } from '#runtime';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { Describe } from '../openapi/describe.decorator.js';
import { noSuchWebhook } from '../webhooks/webhook-answers.js';
import { delivery, exampleDelivery } from '../webhooks/webhook.schema.js';
import { TestWebhookCommand } from './test-webhook.command.js';

@Controller('v1/webhooks')
export class TestWebhookController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams('admin')
  @Post(':id/test')
  @HttpCode(200)
  @Describe({
    id: 'testWebhook',
    tag: 'webhooks',
    fr: 'Essayer un webhook',
    en: 'Try a webhook',
    details: 'Envoie `webhook.test` une fois, aussi à un webhook suspendu, et dit ce qu’il en est. · Sends `webhook.test` once, to a paused webhook too, and says what became of it.',
    answer: delivery,
    example: { ...exampleDelivery, type: 'webhook.test', state: 'delivered', attempts: 1, nextAttemptAt: null, deliveredAt: '2026-09-14T09:12:31.702Z', lastStatus: 204, lastFailure: null },
    changes: { status: 200, versioned: false },
    problems: ['invalid_path', 'not_found'],
  })
  async test(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string): Promise<WebhookDelivery> {
    const sent = await this.commands.execute(new TestWebhookCommand(this.settings.organisationId, id, actor.id));
    if (sent === null) throw noSuchWebhook();
    return sent;
  }
}
