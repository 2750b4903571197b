import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readDirectory, type Directory } from '../sources/directory.js';
import { parseJsonBytes } from '../sources/json-text.js';
import { readMapping, type Mapping } from '../sources/mapping/mapping.js';
import { readMetadata, type SourceMetadata } from '../sources/metadata.js';
import { ok, type Read } from '../sources/refusal.js';
import { topLevelKeysOf } from '../sources/top-level-keys.js';

/** The sidecar of a file, or undefined when it has none. */
export async function sidecarOf(file: string): Promise<Read<SourceMetadata | undefined>> {
  const bytes = await bytesOf(`${file}.meta.json`);
  return bytes === undefined ? ok(undefined) : readMetadata(bytes);
}

/** Finds the nearest file of a name at or above another; each folder is looked into once. */
class Nearest<T> {
  private readonly byFolder = new Map<string, Promise<Read<T | undefined>>>();

  /** @param look what a folder has, or undefined when it has nothing of the kind */
  constructor(private readonly look: (folder: string) => Promise<Read<T> | undefined>) {}

  of(file: string): Promise<Read<T | undefined>> {
    return this.ofFolder(dirname(resolve(file)));
  }

  private ofFolder(folder: string): Promise<Read<T | undefined>> {
    const known = this.byFolder.get(folder);
    if (known !== undefined) return known;
    const found = this.look(folder).then((here) => {
      if (here !== undefined) return here;
      const parent = dirname(folder);
      return parent === folder ? ok(undefined) : this.ofFolder(parent);
    });
    this.byFolder.set(folder, found);
    return found;
  }
}

/** Finds the nearest `directory.json`, and the nearest mapping file, at or above a file. */
export class Directories {
  private readonly people = new Nearest(directoryIn);
  private readonly mappings = new Nearest(mappingIn);

  nearest(file: string): Promise<Read<Directory | undefined>> {
    return this.people.of(file);
  }

  nearestMapping(file: string): Promise<Read<Mapping | undefined>> {
    return this.mappings.of(file);
  }
}

async function directoryIn(folder: string): Promise<Read<Directory> | undefined> {
  const path = join(folder, 'directory.json');
  const bytes = await bytesOf(path);
  if (bytes === undefined || !isOurs(bytes)) return undefined;
  const directory = readDirectory(bytes);
  return directory.kind === 'ok' ? directory : { ...directory, detail: `${path} — ${directory.detail}` };
}

/** Names of mapping files: where one lies, it is for the files beside and below it. */
const MAPPING_NAMES = ['mapping.yaml', 'mapping.yml', 'mapping.json'] as const;

export const isMappingFile = (name: string): boolean => MAPPING_NAMES.some((known) => known === name);

async function mappingIn(folder: string): Promise<Read<Mapping> | undefined> {
  for (const name of MAPPING_NAMES) {
    const path = join(folder, name);
    const bytes = await bytesOf(path);
    // Other programs have files of this name too; ours says its version.
    if (bytes !== undefined && /^\s*[{]?\s*"?mapping"?\s*:/m.test(bytes.toString('utf8', 0, 64 * 1024))) return readMapping(bytes, path);
  }
  return undefined;
}

/**
 * Other programs have files of this name too; one that names nobody is not ours. Broken JSON may be either: roles
 * depend on it, so it is read, and refused there.
 */
const isOurs = (bytes: Buffer): boolean =>
  ['agentDomains', 'agents', 'customers'].some((key) => topLevelKeysOf(bytes).has(key)) || parseJsonBytes(bytes).kind === 'refused';

async function bytesOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch {
    return undefined;
  }
}
