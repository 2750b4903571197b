import { Body, Controller, Patch, Headers, Inject, Param, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Actor, Webhook } from '#domain';
import { AllowForAllTeams, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { Describe } from '../openapi/describe.decorator.js';
import { ReadWebhookQuery } from '../read-webhook/read-webhook.query.js';
import { checkUrl, doneOrThrow, seenVersion, webhookTag } from '../webhooks/webhook-answers.js';
import { exampleWebhook, webhook, webhookName, webhookTypes, webhookUrl } from '../webhooks/webhook.schema.js';
import { ChangeWebhookCommand } from './change-webhook.command.js';

const body = z.strictObject({ name: webhookName.optional(), url: webhookUrl.optional(), types: webhookTypes.optional(), state: z.enum(['active', 'paused']).optional() });

@Controller('v1/webhooks')
export class ChangeWebhookController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams('admin')
  @Patch(':id')
  @Describe({
    id: 'changeWebhook',
    tag: 'webhooks',
    fr: 'Changer un webhook, le suspendre ou le reprendre',
    en: 'Change a webhook, pause it or let it go on',
    details: 'Repris, il continue où il en était, et ce qui avait été abandonné repart. · Active again it goes on where it was, and what was given up is tried again.',
    answer: webhook,
    example: exampleWebhook,
    changes: true,
    problems: ['invalid_body', 'invalid_json', 'unsupported_media_type', 'invalid_path', 'not_found', 'precondition_failed'],
  })
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: body }) change: z.output<typeof body>,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Webhook> {
    const { organisationId } = this.settings;
    if (change.url !== undefined) await checkUrl(change.url, this.settings.webhooks);
    const version = seenVersion(await this.queries.execute(new ReadWebhookQuery(organisationId, id)), ifMatch);
    const done = doneOrThrow(await this.commands.execute(new ChangeWebhookCommand(organisationId, id, change, actor.id, version)));
    void reply.header('etag', webhookTag(done.webhook));
    return done.webhook;
  }
}
