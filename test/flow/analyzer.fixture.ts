import { AnalyzerModule } from '#analyzer';
import { type KafkaOptions, MessagingModule } from '#messaging';
import { HealthModule } from '#runtime';
import { StorageModule } from '#storage';
import { type DynamicModule, Module } from '@nestjs/common';
import path from 'node:path';

export const ORGANISATION = 'essai';
export const GROUP = 'diapason-analyzer';
export const RULEBOOK = path.join(import.meta.dirname, 'rulebook');

@Module({})
class TestAnalyzer {}

export interface TestAnalyzerOptions {
  readonly databaseUrl: string;
  readonly kafka?: KafkaOptions;
  readonly breaker?: boolean;
  /** The folder of this directory unless told. */
  readonly rulebookDir?: string;
  readonly now?: () => Date;
}

/** The real modules of an analyzer on a test's own database and topics. */
export const testAnalyzer = ({ databaseUrl, kafka, breaker, rulebookDir = RULEBOOK, now }: TestAnalyzerOptions): DynamicModule => ({
  module: TestAnalyzer,
  imports: [
    StorageModule.register({ databaseUrl, poolSize: 6 }),
    MessagingModule.register({ kafka }),
    HealthModule,
    AnalyzerModule.register({
      rulebookDir,
      organisationId: ORGANISATION,
      group: GROUP,
      breaker,
      now,
      newOrganisation: { name: 'Essai', timeZone: 'Europe/Paris' },
    }),
  ],
});
