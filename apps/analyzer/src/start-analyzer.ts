import { isOrganisationId } from '#domain';
import { MessagingModule } from '#messaging';
import { HealthModule, createHttpApp, log, onShutdown, readEnvironment } from '#runtime';
import { StorageModule } from '#storage';
import { type DynamicModule, Module } from '@nestjs/common';
import { z } from 'zod';
import { AnalyzerModule } from './analyzer.module.js';

const ENVIRONMENT = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/ }).describe('postgres://utilisateur:motdepasse@hôte:5432/base'),
  KAFKA_BROKERS: z
    .string()
    .regex(/^[^\s,:]+:\d+(?:,[^\s,:]+:\d+)*$/)
    .describe('hôte:9092,hôte:9092'),
  DIAPASON_ORGANISATION: z.string().refine(isOrganisationId).default('principale').describe('minuscules, chiffres et tirets'),
  DIAPASON_RULEBOOK: z.string().default('rulebooks/exemple').describe('le dossier d’un référentiel'),
  DIAPASON_BREAKER: z.enum(['on', 'off']).default('on').describe('on ou off'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4646).describe('un port, de 0 à 65535'),
});

export type AnalyzerSettings = z.output<typeof ENVIRONMENT>;

/** Everything that one analyzer process is made of. */
@Module({})
export class AnalyzerProcess {
  static of(settings: AnalyzerSettings): DynamicModule {
    return {
      module: AnalyzerProcess,
      imports: [
        StorageModule.register({ databaseUrl: settings.DATABASE_URL }),
        MessagingModule.register({ kafka: { brokers: settings.KAFKA_BROKERS.split(','), clientId: 'diapason-analyzer' } }),
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
 * @throws EnvironmentError or RulebookRefusedError, whose messages are meant for the operator.
 */
export async function startAnalyzer(env: NodeJS.ProcessEnv): Promise<void> {
  const settings = readEnvironment(ENVIRONMENT, env);
  const app = await createHttpApp(AnalyzerProcess.of(settings), { port: settings.PORT, host: settings.HOST });
  onShutdown([{ name: 'analyzer', stop: () => app.close() }]);
  log.info('the analyzer is reading', { url: await app.getUrl(), organisation: settings.DIAPASON_ORGANISATION });
}
