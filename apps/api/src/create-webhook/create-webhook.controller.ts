import { Body, Controller, Header, Headers, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor, Webhook } from '#domain';
import { AllowForAllTeams, CurrentActor } from '#runtime';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { checkedKey, keyUsed, TakesIdempotencyKey } from '../http/idempotency-key.js';
import { Describe } from '../openapi/describe.decorator.js';
import { checkUrl } from '../webhooks/webhook-answers.js';
import { exampleWebhook, secret, webhook, webhookName, webhookTypes, webhookUrl } from '../webhooks/webhook.schema.js';
import { CreateWebhookCommand } from './create-webhook.command.js';

const body = z.strictObject({ name: webhookName, url: webhookUrl, types: webhookTypes.default([]) });
const created = z
  .strictObject({
    secret: secret.nullable().describe('Montré cette seule fois ; nul quand la même demande a déjà été répondue · Shown this once; null when the same request was answered before'),
    webhook,
  })
  .meta({ id: 'WebhookCreated' });

@Controller('v1/webhooks')
export class CreateWebhookController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams('admin')
  @Post()
  @Header('cache-control', 'no-store')
  @TakesIdempotencyKey()
  @Describe({
    id: 'createWebhook',
    tag: 'webhooks',
    fr: 'Envoyer les événements des constats à une adresse',
    en: 'Send events of findings to an address',
    details:
      'À partir de maintenant, signés selon Standard Webhooks. Un agent n’est nommé que pour un constat confirmé, sauf réglage contraire. · ' +
      'From now on, signed by Standard Webhooks. An agent is named for confirmed findings only, unless the settings say otherwise.',
    answer: created,
    example: { secret: 'whsec_…', webhook: exampleWebhook },
    changes: { status: 201, versioned: false },
    problems: ['invalid_body', 'invalid_header', 'invalid_json', 'idempotency_conflict', 'unsupported_media_type'],
  })
  async create(
    @CurrentActor() actor: Actor,
    @Headers('idempotency-key') given: string | undefined,
    @Body({ schema: body }) wanted: z.output<typeof body>,
  ): Promise<{ secret: string | null; webhook: Webhook }> {
    const key = checkedKey(given);
    await checkUrl(wanted.url, this.settings.webhooks);
    const result = await this.commands.execute(new CreateWebhookCommand(this.settings.organisationId, { ...wanted, types: [...new Set(wanted.types)] }, actor.id, key));
    if (result.kind === 'done') return { secret: result.secret, webhook: result.webhook };
    throw keyUsed({ fr: 'un autre webhook', en: 'another webhook' });
  }
}
