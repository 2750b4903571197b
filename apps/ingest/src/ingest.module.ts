import { type DynamicModule, Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { HealthModule } from '#runtime';
import { GatherConversationHandler } from './gather-conversation/gather-conversation.handler.js';
import { GatheredSender } from './gather-conversation/gathered-sender.js';
import { ImportFileController } from './import-file/import-file.controller.js';
import { ImportFileHandler } from './import-file/import-file.handler.js';
import { prepareUploads } from './import-file/uploads.js';
import { IngestHealth } from './ingest-health.js';
import { INGEST_SETTINGS, type IngestSettings } from './ingest-settings.js';
import { KnownInteractionsController } from './known-interactions/known-interactions.controller.js';
import { KnownInteractionsHandler } from './known-interactions/known-interactions.handler.js';
import { InteractionPublisher } from './publish-interactions/interaction-publisher.js';
import { ReceiveFactsController } from './receive-facts/receive-facts.controller.js';
import { ReceiveFactsHandler } from './receive-facts/receive-facts.handler.js';
import { ReceiveInteractionsController } from './receive-interaction/receive-interactions.controller.js';
import { ReceiveInteractionsHandler } from './receive-interaction/receive-interactions.handler.js';
import { ChatwootWebhookController } from './receive-webhook/chatwoot-webhook.controller.js';
import { prepareWebhooks } from './receive-webhook/webhook-bodies.js';

/**
 * What comes in: `POST /v1/interactions` (and what of it is known already), `POST /v1/facts`, `POST /v1/imports` and the webhooks. The application
 * gives INTERACTION_STREAM (MessagingModule), InteractionReader, FactReader and GatheredConversationRepository (StorageModule), all global.
 */
@Module({})
export class IngestModule {
  constructor({ httpAdapter }: HttpAdapterHost) {
    if (!(httpAdapter instanceof FastifyAdapter)) return;
    prepareUploads(httpAdapter.getInstance());
    prepareWebhooks(httpAdapter.getInstance());
  }

  static register(settings: IngestSettings): DynamicModule {
    return {
      module: IngestModule,
      imports: [CqrsModule.forRoot(), HealthModule],
      controllers: [ReceiveInteractionsController, ReceiveFactsController, KnownInteractionsController, ImportFileController, ChatwootWebhookController],
      providers: [
        { provide: INGEST_SETTINGS, useValue: settings },
        InteractionPublisher,
        ReceiveInteractionsHandler,
        ReceiveFactsHandler,
        KnownInteractionsHandler,
        ImportFileHandler,
        GatherConversationHandler,
        GatheredSender,
        IngestHealth,
      ],
      exports: [InteractionPublisher],
    };
  }
}
