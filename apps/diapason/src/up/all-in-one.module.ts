import { type DynamicModule, Module } from '@nestjs/common';
import { AnalyzerModule } from '#analyzer';
import { ApiModule, type ProviderSettings } from '#api';
import { IngestModule, type Directory } from '#ingest';
import { MessagingModule } from '#messaging';
import { type AccessMode, AccessModule, HealthModule } from '#runtime';
import { StorageModule } from '#storage';

export interface AllInOneOptions {
  readonly databaseUrl: string;
  readonly migrationUrl: string | undefined;
  /** `host:port,…`; absent: interactions travel in process. */
  readonly kafkaBrokers?: string;
  readonly organisationId: string;
  readonly access: AccessMode;
  /** Address by which browsers reach the console, when it is not the one listened on. */
  readonly publicUrl?: string | undefined;
  /** Whom people can sign in by. */
  readonly provider?: ProviderSettings | undefined;
  /** Webhooks may lead to private addresses. */
  readonly privateWebhooks?: boolean;
  readonly rulebookDir: string;
  /** Whether what is older than its period passes. */
  readonly retention: boolean;
  readonly consoleDir: string;
  /** Who agents and customers are, for uploads. */
  readonly directory?: Directory;
  /** What signs Chatwoot's webhooks. */
  readonly chatwootSecrets?: readonly string[];
}

/** Ingest, analyzer and API as one application, over one database and one stream. */
@Module({})
export class AllInOneModule {
  static register(options: AllInOneOptions): DynamicModule {
    const { organisationId, kafkaBrokers } = options;
    return {
      module: AllInOneModule,
      imports: [
        StorageModule.register({ databaseUrl: options.databaseUrl, migrationUrl: options.migrationUrl }),
        MessagingModule.register(
          kafkaBrokers ? { kafka: { brokers: kafkaBrokers.split(','), clientId: 'diapason' } } : {},
        ),
        HealthModule,
        AccessModule.register({ mode: options.access, organisationId }),
        AnalyzerModule.register({ rulebookDir: options.rulebookDir, organisationId, retention: options.retention }),
        IngestModule.register({ organisationId, directory: options.directory, chatwootSecrets: options.chatwootSecrets }),
        ApiModule.register({ organisationId, consoleDir: options.consoleDir, webhooks: { privateAddresses: options.privateWebhooks ?? false }, ...(options.publicUrl !== undefined && { publicUrl: options.publicUrl }), ...(options.provider !== undefined && { provider: options.provider }) }),
      ],
    };
  }
}
