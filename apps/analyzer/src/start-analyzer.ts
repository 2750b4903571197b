import { MessagingModule, waitForKafka } from '#messaging';
import { DATABASE_VARIABLES, HTTP_VARIABLES, HealthModule, KAFKA_VARIABLES, createHttpApp, log, onShutdown, readEnvironment } from '#runtime';
import { StorageModule } from '#storage';
import { type DynamicModule, Module } from '@nestjs/common';
import { z } from 'zod';
import { AnalyzerModule } from './analyzer.module.js';

const ENVIRONMENT = z.object({
  ...HTTP_VARIABLES,
  ...DATABASE_VARIABLES,
  ...KAFKA_VARIABLES,
  PORT: HTTP_VARIABLES.PORT.default(4648),
  DIAPASON_RULEBOOK: z.string().default('rulebooks/exemple').describe('le dossier d’un référentiel'),
  DIAPASON_BREAKER: z.enum(['on', 'off']).default('on').describe('on ou off'),
});

export type AnalyzerSettings = z.output<typeof ENVIRONMENT>;

/** Everything that one analyzer process is made of. */
@Module({})
export class AnalyzerProcess {
  static of(settings: AnalyzerSettings): DynamicModule {
    const kafka = { brokers: settings.KAFKA_BROKERS, prefix: settings.KAFKA_PREFIX, clientId: 'diapason-analyzer' };
    return {
      module: AnalyzerProcess,
      imports: [
        StorageModule.register({ databaseUrl: settings.DATABASE_URL, migrationUrl: settings.DATABASE_MIGRATION_URL, waitMs: settings.DIAPASON_START_WAIT * 1000 }),
        MessagingModule.register({ kafka }),
        HealthModule,
        AnalyzerModule.register({
          rulebookDir: settings.DIAPASON_RULEBOOK,
          organisationId: settings.DIAPASON_ORGANISATION,
          breaker: settings.DIAPASON_BREAKER === 'on',
          newOrganisation: { name: settings.DIAPASON_ORGANISATION, timeZone: 'Europe/Paris' },
        }),
      ],
    };
  }
}

/**
 * An analyzer as a process of its own: reads Kafka, writes PostgreSQL, answers health and metrics over HTTP.
 * @throws EnvironmentError, RulebookRefusedError, KafkaUnreachableError or DatabaseUnreachableError, whose messages are meant for the operator.
 */
export async function startAnalyzer(env: NodeJS.ProcessEnv): Promise<void> {
  const settings = readEnvironment(ENVIRONMENT, env);
  const { PORT: port, HOST: host, DIAPASON_ALLOWED_HOSTS: allowedHosts } = settings;
  await waitForKafka({ brokers: settings.KAFKA_BROKERS, waitMs: settings.DIAPASON_START_WAIT * 1000, onRetry: log.warn });
  const app = await createHttpApp(AnalyzerProcess.of(settings), { port, host, allowedHosts });
  onShutdown([{ name: 'analyzer', stop: () => app.close() }]);
  log.info('the analyzer is reading', { url: await app.getUrl(), organisation: settings.DIAPASON_ORGANISATION });
}
