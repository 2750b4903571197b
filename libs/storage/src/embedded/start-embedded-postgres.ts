import { resolve } from 'node:path';
import { Client } from 'pg';
import { sqlState } from '../database/sql.js';
import { EmbeddedPostgresError, findBinaries } from './binaries.js';
import { openCluster, runningServer, startServer, stopServer, USER, type Cluster } from './cluster.js';

const DATABASE = 'diapason';
/** "diapason" as a number: the session lock that says a process owns this server. */
const OWNER_LOCK = 0x64696170;

export interface EmbeddedPostgresOptions {
  /** Made when missing; holds everything, the password (mode 0600) included. */
  readonly dataDir: string;
  readonly log?: (line: string) => void;
  /** Server settings, e.g. `{ fsync: 'off' }` in tests; values without spaces. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  readonly url: string;
  /** True when the server of a killed process was found running and taken over. */
  readonly adopted: boolean;
  /** Stops the server; call it last, once nothing uses the database. */
  stop(): Promise<void>;
}

/**
 * Starts real PostgreSQL on a data directory, or takes over the one that a killed process left running there.
 * The server outlives a kill -9 of this process on purpose: nothing acknowledged is lost, and the next start adopts it.
 * @throws EmbeddedPostgresError when another live process uses the directory, or PostgreSQL cannot run here.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const binaries = findBinaries();
  const cluster = await openCluster(binaries, dataDir);

  let owner = await takeOwnership(cluster, dataDir);
  const adopted = owner !== null;
  if (owner === null) {
    await startServer(binaries, cluster, options.settings ?? {});
    owner = await takeOwnership(cluster, dataDir);
  }
  if (owner === null) throw new EmbeddedPostgresError(`PostgreSQL embarqué : le serveur ne répond pas, voir ${cluster.log}`);

  const { client, port } = owner;
  // The connection only breaks with the server; whoever uses the database then learns it by its own connections.
  client.on('error', (error) => options.log?.(`PostgreSQL embarqué : ${error.message}`));
  const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  if (known.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  options.log?.(`PostgreSQL embarqué ${adopted ? 'repris' : 'démarré'} sur 127.0.0.1:${port}`);

  return {
    url: urlOf(cluster, port, DATABASE),
    adopted,
    stop: async () => {
      await client.end();
      await stopServer(binaries, cluster);
    },
  };
}

/**
 * Connects to the running server and holds a session lock for as long as this process lives. The lock goes with the
 * connection when the process is killed: unlike a pid file it can neither go stale nor name a stranger's process.
 * Null when no server of this cluster answers.
 */
async function takeOwnership(cluster: Cluster, dataDir: string): Promise<{ client: Client; port: number } | null> {
  const running = await runningServer(cluster);
  if (running === null) return null;
  const client = await connect(urlOf(cluster, running.port, 'postgres'));
  if (client === null) return null;
  // Two seconds: the server may need a moment to notice that the former owner was killed.
  for (let attempt = 0; attempt < 20; attempt++) {
    const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [OWNER_LOCK]);
    if (rows[0]!.mine) return { client, port: running.port };
    await new Promise((wake) => setTimeout(wake, 100));
  }
  await client.end();
  throw new EmbeddedPostgresError(
    `Un autre Diapason utilise déjà ${dataDir}. Arrêtez-le, ou choisissez un autre dossier de données.`,
  );
}

/** Tries for ten seconds while the server says it is starting up or recovering; null when it is not there or not ours. */
async function connect(url: string): Promise<Client | null> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true });
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (sqlState(error) !== '57P03') return null;
      await new Promise((wake) => setTimeout(wake, 100));
    }
  }
  return null;
}

const urlOf = (cluster: Cluster, port: number, database: string): string =>
  `postgresql://${USER}:${cluster.password}@127.0.0.1:${port}/${database}`;
