import { existsSync } from 'node:fs';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { AccessKeyRepository, AccountRepository, BiAccess, DossierReader, EmbeddedPostgresError, OrganisationRepository, Projector, RetentionRepository, startEmbeddedPostgres, StorageModule } from '#storage';
import { nestLogger } from '#runtime';
import { Failure } from '../failure.js';

export interface Database {
  readonly url: string;
  /** Of the tables' owner, where that is another user. */
  readonly migrationUrl?: string | undefined;
  /** Stops the embedded server; does nothing for one that is not ours. */
  stop(): Promise<void>;
}

/** The server of DATABASE_URL, else real PostgreSQL of our own below the data folder. */
export async function openServer(dataFolder: string): Promise<Database> {
  const url = process.env['DATABASE_URL'];
  if (url) return { url, migrationUrl: process.env['DATABASE_MIGRATION_URL'] || undefined, stop: async () => undefined };
  return startEmbeddedPostgres({ dataDir: path.resolve(dataFolder, 'postgres') }).catch((error: unknown) => {
    throw error instanceof EmbeddedPostgresError ? new Failure(error.message) : error;
  });
}

/**
 * The server of a job on what is there already.
 * @throws Failure when the folder holds no database: a typing error must not make an empty one and call it done.
 */
async function openExisting(dataFolder: string): Promise<Database> {
  if (!process.env['DATABASE_URL'] && !existsSync(path.resolve(dataFolder, 'postgres'))) {
    throw new Failure(`aucune base de données dans ${path.resolve(dataFolder)}. Indiquez --data, ou DATABASE_URL.`);
  }
  return openServer(dataFolder);
}

/** What a job without a server works with. */
export interface Parts {
  readonly projector: Projector;
  readonly organisations: OrganisationRepository;
  readonly accounts: AccountRepository;
  readonly keys: AccessKeyRepository;
  readonly bi: BiAccess;
  readonly retention: RetentionRepository;
  readonly dossier: DossierReader;
  /** Where the database is, without user and password. */
  readonly address: string;
}

/** Runs a job that needs nothing but the database, then closes everything. */
export async function withDatabase<T>(dataFolder: string, job: (parts: Parts) => Promise<T>): Promise<T> {
  const server = await openExisting(dataFolder);
  try {
    const context = await NestFactory.createApplicationContext(StorageModule.register({ databaseUrl: server.url, migrationUrl: server.migrationUrl }), {
      logger: nestLogger,
      // Else Nest ends the process itself, with a stack.
      abortOnError: false,
    });
    try {
      return await job({
        projector: context.get(Projector),
        organisations: context.get(OrganisationRepository),
        accounts: context.get(AccountRepository),
        keys: context.get(AccessKeyRepository),
        retention: context.get(RetentionRepository),
        dossier: context.get(DossierReader),
        bi: new BiAccess(server.migrationUrl ?? server.url),
        address: addressOf(server.url),
      });
    } finally {
      await context.close();
    }
  } finally {
    await server.stop();
  }
}

function addressOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
