import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { openApiDocument } from './open-api-document.js';

/** The documentation page needs inline styles of its own, and nothing from elsewhere. */
const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

/**
 * Mounts `/docs` (page) and `/openapi.json` for whatever modules the application has.
 * Give it as `prepare` to createHttpApp: routes must be there before the first request.
 */
export function describeApi(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      if (/^\/docs(?:[/?]|$)/.test(request.url)) void reply.header('content-security-policy', DOCS_POLICY);
      done();
    });
  SwaggerModule.setup('docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Diapason · API',
    // Off: the page would otherwise send the document to a validator on the internet.
    swaggerOptions: { validatorUrl: null, displayRequestDuration: true },
  });
}
