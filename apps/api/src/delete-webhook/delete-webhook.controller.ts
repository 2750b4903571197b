import { Controller, Delete, Headers, Inject, Param, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Actor, Webhook } from '#domain';
import { AllowForAllTeams, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { Describe } from '../openapi/describe.decorator.js';
import { ReadWebhookQuery } from '../read-webhook/read-webhook.query.js';
import { doneOrThrow, seenVersion, webhookTag } from '../webhooks/webhook-answers.js';
import { exampleWebhook, webhook } from '../webhooks/webhook.schema.js';
import { DeleteWebhookCommand } from './delete-webhook.command.js';

@Controller('v1/webhooks')
export class DeleteWebhookController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams('admin')
  @Delete(':id')
  @Describe({
    id: 'deleteWebhook',
    tag: 'webhooks',
    fr: 'Supprimer un webhook',
    en: 'Delete a webhook',
    details: 'Avec tout ce qui était en route ; la réponse est ce qu’il était. · With all that was on its way; the answer is what it was.',
    answer: webhook,
    example: exampleWebhook,
    changes: true,
    problems: ['invalid_path', 'not_found', 'precondition_failed'],
  })
  async delete(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Webhook> {
    const { organisationId } = this.settings;
    const version = seenVersion(await this.queries.execute(new ReadWebhookQuery(organisationId, id)), ifMatch);
    const done = doneOrThrow(await this.commands.execute(new DeleteWebhookCommand(organisationId, id, actor.id, version)));
    void reply.header('etag', webhookTag(done.webhook));
    return done.webhook;
  }
}
