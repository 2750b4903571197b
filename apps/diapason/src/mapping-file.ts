import { readFile } from 'node:fs/promises';
import type { Mapping } from '#ingest/read';
import { Failure } from './failure.js';

/** Reads a mapping file, or fails with every problem of it as file:line:column. */
export async function mappingAt(path: string): Promise<Mapping> {
  const { readMapping, troubleOf } = await import('#ingest/read');
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new Failure(`--mapping : ${path} — ${troubleOf(error)}`);
  });
  const mapping = readMapping(bytes, path);
  if (mapping.kind === 'ok') return mapping.value;
  throw new Failure(`mapping refusé\n  ${mapping.detail.replaceAll(` ; ${path}:`, `\n  ${path}:`)}`);
}
