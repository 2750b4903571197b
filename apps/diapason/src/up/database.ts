import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { Projector, startEmbeddedPostgres, StorageModule } from '#storage';
import { nestLogger } from '#runtime';

export interface Database {
  readonly url: string;
  /** Stops the embedded server; does nothing for one that is not ours. */
  stop(): Promise<void>;
}

/** The server of DATABASE_URL, else real PostgreSQL of our own below the data folder. */
export async function openServer(dataFolder: string): Promise<Database> {
  const url = process.env['DATABASE_URL'];
  if (url) return { url, stop: async () => undefined };
  return startEmbeddedPostgres({ dataDir: path.resolve(dataFolder, 'postgres') });
}

/** Runs a job that needs nothing but the database, then closes everything. */
export async function withDatabase<T>(dataFolder: string, job: (parts: { projector: Projector }) => Promise<T>): Promise<T> {
  const server = await openServer(dataFolder);
  try {
    const context = await NestFactory.createApplicationContext(StorageModule.register({ databaseUrl: server.url }), {
      logger: nestLogger,
    });
    try {
      return await job({ projector: context.get(Projector) });
    } finally {
      await context.close();
    }
  } finally {
    await server.stop();
  }
}
