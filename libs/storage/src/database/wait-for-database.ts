import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { migrate } from './migrate.js';
import { connect, type DatabaseOptions, userOf } from './open-database.js';
import { sqlState } from './sql.js';

/** The database cannot be used: told to the operator without a stack, exit code 2. Never holds the password. */
export class DatabaseUnreachableError extends Error {
  readonly exitCode = 2;
  override readonly name = 'DatabaseUnreachableError';
}

export interface WaitOptions extends DatabaseOptions {
  /** How long a server that is still starting is waited for, in milliseconds; 30,000 unless told. */
  readonly waitMs?: number;
}

/** Between two attempts. */
const PAUSE_MS = 1_500;

/** Codes of a server that is not there yet: containers start together. */
const STARTING: Readonly<Record<string, string>> = {
  '57P03': 'le serveur démarre encore',
  ECONNREFUSED: 'connexion refusée : rien n’écoute à cette adresse',
  ENOTFOUND: 'ce nom de serveur est inconnu',
  EAI_AGAIN: 'ce nom de serveur ne se laisse pas résoudre',
  ETIMEDOUT: 'aucune réponse à temps',
  ECONNRESET: 'connexion coupée par le serveur',
};

/** Codes that waiting does not cure. */
const HOPELESS: Readonly<Record<string, string>> = {
  '28P01': 'le mot de passe est refusé',
  '28000': 'cet utilisateur est refusé',
  '3D000': 'cette base n’existe pas : créez-la (createdb)',
  '42501': 'cet utilisateur n’a pas le droit d’y créer les tables',
};

/**
 * Opens the database of a URL as openDatabase does, waiting for a server that is not there yet: one line in the log for each attempt.
 * @throws DatabaseUnreachableError when it does not come in time, or refuses us; what openDatabase throws otherwise
 */
export async function waitForDatabase(url: string, options: WaitOptions = {}): Promise<DataSource> {
  const { waitMs = 30_000, migrationUrl, ...database } = options;
  const until = Date.now() + waitMs;
  await patiently(migrationUrl === undefined ? 'DATABASE_URL' : 'DATABASE_MIGRATION_URL', migrationUrl ?? url, until, (place) => migrate(place, userOf(url)));
  return patiently('DATABASE_URL', url, until, (place) => connect(place, database));
}

/** @param until milliseconds since the epoch */
async function patiently<T>(variable: string, url: string, until: number, work: (url: string) => Promise<T>): Promise<T> {
  const logger = new Logger('Database');
  const started = Date.now();
  const waitMs = until - started;
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(url);
    } catch (error) {
      const code = sqlState(error) ?? '';
      const hopeless = HOPELESS[code];
      if (hopeless !== undefined) throw new DatabaseUnreachableError(`${variable} : ${placeOf(url)} — ${hopeless}.`, { cause: error });
      if (STARTING[code] === undefined) throw error;
      const seconds = Math.round((Date.now() - started) / 1000);
      if (Date.now() + PAUSE_MS > until) throw new DatabaseUnreachableError(unanswered(variable, url, code, attempt, seconds), { cause: error });
      logger.warn(`no database yet at ${serverOf(url)} (${code}), trying again: attempt ${attempt}, ${seconds} s of ${Math.round(waitMs / 1000)} s`);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

const unanswered = (variable: string, url: string, code: string, attempts: number, seconds: number): string =>
  `${variable} : pas de base de données à ${placeOf(url)} — ${STARTING[code]} (${code}), après ${attempts} ${attempts < 2 ? 'essai' : 'essais'} en ${seconds} s.\n` +
  'Vérifiez que PostgreSQL tourne, que le serveur et le port de cette adresse sont les bons et, dans un conteneur, que ce port est publié.';

/** `host:port`. */
function serverOf(url: string): string {
  const { hostname, port, searchParams } = new URL(url);
  return `${searchParams.get('host') ?? (hostname || 'localhost')}:${port || '5432'}`;
}

function placeOf(url: string): string {
  const { pathname, username } = new URL(url);
  const names = [pathname.length > 1 ? `base « ${decodeURIComponent(pathname.slice(1))} »` : '', username === '' ? '' : `utilisateur « ${decodeURIComponent(username)} »`].filter((name) => name !== '');
  return names.length === 0 ? serverOf(url) : `${serverOf(url)} (${names.join(', ')})`;
}
