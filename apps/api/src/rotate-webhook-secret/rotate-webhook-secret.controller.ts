import { Controller, Post, Header, Headers, HttpCode, Inject, Param, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Actor, Webhook } from '#domain';
import { AllowForAllTeams, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { Describe } from '../openapi/describe.decorator.js';
import { ReadWebhookQuery } from '../read-webhook/read-webhook.query.js';
import { doneOrThrow, seenVersion, webhookTag } from '../webhooks/webhook-answers.js';
import { exampleWebhook, secret, webhook } from '../webhooks/webhook.schema.js';
import { RotateWebhookSecretCommand } from './rotate-webhook-secret.command.js';

const rotated = z.strictObject({ secret, webhook }).meta({ id: 'WebhookSecret' });

@Controller('v1/webhooks')
export class RotateWebhookSecretController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams('admin')
  @Post(':id/secret')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Describe({
    id: 'rotateWebhookSecret',
    tag: 'webhooks',
    fr: 'Changer le secret d’un webhook',
    en: 'Change the secret of a webhook',
    details: 'L’ancien signe aussi pendant 24 heures. · The former one signs too for 24 hours.',
    answer: rotated,
    example: { secret: 'whsec_…', webhook: { ...exampleWebhook, version: 2, previousSecretUntil: '2026-09-15T09:12:00.000Z' } },
    changes: true,
    problems: ['invalid_path', 'not_found', 'precondition_failed'],
  })
  async rotate(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ secret: string; webhook: Webhook }> {
    const { organisationId } = this.settings;
    const version = seenVersion(await this.queries.execute(new ReadWebhookQuery(organisationId, id)), ifMatch);
    const done = doneOrThrow(await this.commands.execute(new RotateWebhookSecretCommand(organisationId, id, actor.id, version)));
    void reply.header('etag', webhookTag(done.webhook));
    return { secret: done.secret, webhook: done.webhook };
  }
}
