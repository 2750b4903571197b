import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Seed {
  /** From the root of the project. */
  readonly file: string;
  readonly bytes: Buffer;
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const SETTINGS = /(?:^|\/)(?:directory|mapping)\.(?:json|yaml)$|\.meta\.json$/;

/** Files in folders called samples or examples, in order of their names. */
function seedsBelow(folder: string, mostOfAKind: number): Seed[] {
  const files = readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\/(?:samples|examples)\//.test(`${entry.parentPath}/`) && !entry.name.endsWith('.md'))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .toSorted();
  const seen = new Map<string, number>();
  return files.flatMap((file) => {
    const kind = `${path.dirname(file)} ${SETTINGS.test(file) ? path.basename(file) : path.extname(file)}`;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    return seen.get(kind)! > mostOfAKind ? [] : [{ file, bytes: readFileSync(path.join(ROOT, file)) }];
  });
}

/** Everything that lies beside a reader; of the many alike that Diapason starts with, two of a kind are enough. */
const ALL = [...seedsBelow('apps/ingest/src/sources', Number.POSITIVE_INFINITY), ...seedsBelow('samples', 2)];

/** Mails, chats and calls in every format. */
export const SEEDS: readonly Seed[] = ALL.filter(({ file }) => !SETTINGS.test(file));

/** What lies beside them: sidecars, directories, mappings. */
export const SETTINGS_SEEDS: readonly Seed[] = ALL.filter(({ file }) => SETTINGS.test(file));
