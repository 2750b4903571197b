import type { FileError } from './csv.js';
import { directoryFromCsv } from './directory-csv.js';
import { contradictionsIn, type ReadEntries } from './directory-entries.js';
import { directoryFromJson } from './directory-json.js';

export type ReadDirectoryFile =
  | { readonly kind: 'ok'; readonly entries: ReadEntries; readonly encoding: string }
  | { readonly kind: 'refused'; readonly errors: readonly FileError[] };

/** Reads a directory of people, JSON or CSV; every mistake with its line and column. What begins with `{` is JSON. */
export function readDirectoryEntries(bytes: Buffer): ReadDirectoryFile {
  const { text, encoding } = decoded(bytes);
  const read = /^\s*\{/.test(text) ? directoryFromJson(text) : directoryFromCsv(text);
  if (!('agents' in read)) return { kind: 'refused', errors: read };
  const errors = contradictionsIn(read);
  return errors.length > 0 ? { kind: 'refused', errors } : { kind: 'ok', entries: read, encoding };
}

/** UTF-8, else windows-1252, as a French Excel saves its CSV; whoever reads it tells which it was. */
function decoded(bytes: Buffer): { text: string; encoding: string } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}
