import { readFile } from 'node:fs/promises';
import { MessagingModule, waitForKafka } from '#messaging';
import { ACCESS_VARIABLES, accessModeAt, AccessModule, createHttpApp, DATABASE_VARIABLES, EnvironmentError, HTTP_VARIABLES, KAFKA_VARIABLES, log, onShutdown, readEnvironment } from '#runtime';
import { StorageModule } from '#storage';
import { type DynamicModule, Module } from '@nestjs/common';
import { z } from 'zod';
import { troubleOf } from './files/list-files.js';
import { IngestModule } from './ingest.module.js';
import { secretsIn } from './receive-webhook/secrets.js';
import { readDirectory, type Directory } from './sources/directory.js';

const ENVIRONMENT = z.object({
  ...HTTP_VARIABLES,
  ...DATABASE_VARIABLES,
  ...KAFKA_VARIABLES,
  DIAPASON_ACCESS: ACCESS_VARIABLES.DIAPASON_ACCESS,
  PORT: HTTP_VARIABLES.PORT.default(4647),
  DIAPASON_DIRECTORY: z.string().optional().describe('le fichier directory.json des agents et des clients'),
  DIAPASON_CHATWOOT_SECRET: z.string().default('').transform(secretsIn).describe('le secret du webhook de Chatwoot, ou plusieurs séparés par des virgules'),
});

@Module({})
class IngestProcess {}

/**
 * What comes in, as a process of its own: HTTP → Kafka, until SIGINT or SIGTERM. The database tells what is kept already.
 * @throws EnvironmentError when a variable is missing or wrong, KafkaUnreachableError or DatabaseUnreachableError when one does not answer; what connecting or listening throws.
 */
export async function startIngest(env: Readonly<Record<string, string | undefined>> = process.env): Promise<void> {
  const settings = readEnvironment(ENVIRONMENT, env);
  const organisationId = settings.DIAPASON_ORGANISATION;
  const directory = settings.DIAPASON_DIRECTORY === undefined ? undefined : await directoryAt(settings.DIAPASON_DIRECTORY);
  const root: DynamicModule = {
    module: IngestProcess,
    imports: [
      StorageModule.register({ databaseUrl: settings.DATABASE_URL, migrationUrl: settings.DATABASE_MIGRATION_URL, waitMs: settings.DIAPASON_START_WAIT * 1000 }),
      MessagingModule.register({ kafka: { brokers: settings.KAFKA_BROKERS, prefix: settings.KAFKA_PREFIX, clientId: 'diapason-ingest' } }),
      AccessModule.register({ mode: accessModeAt(settings.HOST, settings.DIAPASON_ACCESS ?? 'accounts'), organisationId }),
      IngestModule.register({ organisationId, directory, chatwootSecrets: settings.DIAPASON_CHATWOOT_SECRET }),
    ],
  };
  await waitForKafka({ brokers: settings.KAFKA_BROKERS, waitMs: settings.DIAPASON_START_WAIT * 1000, onRetry: log.warn });
  const app = await createHttpApp(root, { port: settings.PORT, host: settings.HOST, allowedHosts: settings.DIAPASON_ALLOWED_HOSTS });
  onShutdown([{ name: 'ingest', stop: () => app.close() }]);
  log.info('ingest is ready', { url: await app.getUrl(), organisation: organisationId });
}

async function directoryAt(path: string): Promise<Directory> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new EnvironmentError(`DIAPASON_DIRECTORY : ${path} — ${troubleOf(error)}`);
  });
  const directory = readDirectory(bytes);
  if (directory.kind === 'ok') return directory.value;
  throw new EnvironmentError(`DIAPASON_DIRECTORY : ${path} — ${directory.detail}`);
}
