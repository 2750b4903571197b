import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { openApiDocument } from './open-api-document.js';

@Module({})
class PreviewModule {}

/** The document of some modules, without starting any of what they need. */
export async function previewOpenApi(modules: readonly (Type | DynamicModule)[]): Promise<OpenAPIObject> {
  const root: DynamicModule = { module: PreviewModule, imports: [...modules] };
  const app = await NestFactory.create<NestFastifyApplication>(root, new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  try {
    return openApiDocument(app);
  } finally {
    await app.close();
  }
}
