import { type DynamicModule, Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { HealthModule } from '#runtime';
import { ImportFileController } from './import-file/import-file.controller.js';
import { ImportFileHandler } from './import-file/import-file.handler.js';
import { prepareUploads } from './import-file/uploads.js';
import { IngestHealth } from './ingest-health.js';
import { INGEST_SETTINGS, type IngestSettings } from './ingest-settings.js';
import { InteractionPublisher } from './publish-interactions/interaction-publisher.js';
import { ReceiveInteractionsController } from './receive-interaction/receive-interactions.controller.js';
import { ReceiveInteractionsHandler } from './receive-interaction/receive-interactions.handler.js';

/**
 * What comes in: `POST /v1/interactions` and `POST /v1/imports`. The application gives INTERACTION_STREAM
 * (MessagingModule) and InteractionReader (StorageModule), both global.
 */
@Module({})
export class IngestModule {
  constructor({ httpAdapter }: HttpAdapterHost) {
    if (httpAdapter instanceof FastifyAdapter) prepareUploads(httpAdapter.getInstance());
  }

  static register(settings: IngestSettings): DynamicModule {
    return {
      module: IngestModule,
      imports: [CqrsModule.forRoot(), HealthModule],
      controllers: [ReceiveInteractionsController, ImportFileController],
      providers: [{ provide: INGEST_SETTINGS, useValue: settings }, InteractionPublisher, ReceiveInteractionsHandler, ImportFileHandler, IngestHealth],
      exports: [InteractionPublisher],
    };
  }
}
