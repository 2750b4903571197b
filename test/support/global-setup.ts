import { existsSync } from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startTestKafka } from './kafka.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** `host:port` of the one Kafka broker of the run; empty when there is none. */
    kafkaBrokers: string;
    /** URL of the one PostgreSQL server of the run; tests make their own database in it. */
    postgresUrl: string;
  }
}

/** One PostgreSQL and one Kafka broker for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [kafka, postgres] = await Promise.all([startTestKafka(), startPostgres()]);
  project.provide('kafkaBrokers', kafka?.brokers ?? '');
  project.provide('postgresUrl', postgres?.url ?? '');
  return async () => {
    await Promise.all([kafka?.stop(), postgres?.stop()]);
  };
}

async function startPostgres(): Promise<{ url: string; stop(): Promise<void> } | null> {
  const file = path.join(import.meta.dirname, 'postgres.ts');
  if (!existsSync(file)) return null;
  const { startTestPostgres } = await import(file);
  return startTestPostgres();
}
