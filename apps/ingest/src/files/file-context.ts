import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readDirectory, type Directory } from '../sources/directory.js';
import { parseJsonBytes } from '../sources/json-text.js';
import { readMetadata, type SourceMetadata } from '../sources/metadata.js';
import { ok, type Read } from '../sources/refusal.js';
import { topLevelKeysOf } from '../sources/top-level-keys.js';

/** The sidecar of a file, or undefined when it has none. */
export async function sidecarOf(file: string): Promise<Read<SourceMetadata | undefined>> {
  const bytes = await bytesOf(`${file}.meta.json`);
  return bytes === undefined ? ok(undefined) : readMetadata(bytes);
}

/** Finds the nearest `directory.json` at or above a file; each folder is looked into once. */
export class Directories {
  private readonly byFolder = new Map<string, Promise<Read<Directory | undefined>>>();

  nearest(file: string): Promise<Read<Directory | undefined>> {
    return this.ofFolder(dirname(resolve(file)));
  }

  private ofFolder(folder: string): Promise<Read<Directory | undefined>> {
    const known = this.byFolder.get(folder);
    if (known !== undefined) return known;
    const found = this.look(folder);
    this.byFolder.set(folder, found);
    return found;
  }

  private async look(folder: string): Promise<Read<Directory | undefined>> {
    const path = join(folder, 'directory.json');
    const bytes = await bytesOf(path);
    if (bytes !== undefined && isOurs(bytes)) {
      const directory = readDirectory(bytes);
      return directory.kind === 'ok' ? directory : { ...directory, detail: `${path} — ${directory.detail}` };
    }
    const parent = dirname(folder);
    return parent === folder ? ok(undefined) : this.ofFolder(parent);
  }
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
