import { Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor, WebhookDelivery } from '#domain';
import { AllowForAllTeams, CurrentActor, ProblemException } from '#runtime';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { Describe } from '../openapi/describe.decorator.js';
import { noSuchDelivery } from '../webhooks/webhook-answers.js';
import { delivery, exampleDelivery } from '../webhooks/webhook.schema.js';
import { RedeliverCommand } from './redeliver.command.js';

@Controller('v1/webhooks')
export class RedeliverController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams('admin')
  @Post(':id/deliveries/:delivery/redeliver')
  @HttpCode(200)
  @Describe({
    id: 'redeliver',
    tag: 'webhooks',
    fr: 'Envoyer encore une fois',
    en: 'Send once more',
    details: 'Sous le même `webhook-id`, avec toutes ses tentatives. · Under the same `webhook-id`, with all its attempts.',
    answer: delivery,
    example: { ...exampleDelivery, attempts: 0, lastStatus: 503 },
    changes: { status: 200, versioned: false },
    problems: ['invalid_path', 'not_found', 'webhook_idle'],
  })
  async redeliver(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string, @Param('delivery', { schema: z.uuid() }) deliveryId: string): Promise<WebhookDelivery> {
    const result = await this.commands.execute(new RedeliverCommand(this.settings.organisationId, id, deliveryId, actor.id));
    if (result.kind === 'done') return result.delivery;
    if (result.kind === 'missing') throw noSuchDelivery();
    throw new ProblemException(409, 'webhook_idle', { fr: 'Ce webhook est suspendu ou arrêté : rien n’en part.', en: 'This webhook is paused or stopped: nothing leaves it.' });
  }
}
