import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { canonicalReader, isLineFile } from '../sources/canonical/canonical.reader.js';
import { Directory } from '../sources/directory.js';
import { inMebibytes, LIMITS } from '../sources/limits.js';
import { readBytes } from '../sources/read-bytes.js';
import { refuse, type Read } from '../sources/refusal.js';
import type { ReadContext, ReadItem } from '../sources/source-reader.js';
import { Directories, sidecarOf } from './file-context.js';
import { listFiles, troubleOf } from './list-files.js';

export interface ReadOptions {
  /** Name of the format when it is known; detected otherwise. */
  readonly format?: string;
  /** `Interaction.source` where neither file nor sidecar names one. */
  readonly source?: string;
  /** Instead of the nearest `directory.json`. */
  readonly directory?: Directory;
  /** More mail domains that are the agents', beside those of the directory. */
  readonly agentDomains?: readonly string[];
}

/** What was read, and from which file. */
export type FileItem = ReadItem & { readonly file: string };

/**
 * Reads files and folders, one after the other, with their sidecars (`<file>.meta.json`) and the nearest
 * `directory.json` at or above each file. Never throws: what cannot be read is an item `refused`.
 */
export async function* readPaths(paths: readonly string[], options: ReadOptions = {}): AsyncGenerator<FileItem> {
  const directories = new Directories();
  for await (const listed of listFiles(paths)) {
    if ('trouble' in listed) yield { ...refuse('unreadable_file', listed.trouble), file: listed.file };
    else yield* readFileItems(listed.file, options, directories);
  }
}

/** Reads one file; an interaction in canonical JSON lines is held one at a time, whatever the file's size. */
export async function* readFileItems(file: string, options: ReadOptions = {}, directories = new Directories()): AsyncGenerator<FileItem> {
  const context = await contextOf(file, options, directories);
  if (context.kind === 'refused') {
    yield { ...context, file };
    return;
  }
  try {
    for await (const item of itemsOf(file, context.value, options.format)) yield { ...item, file };
  } catch (error) {
    yield { ...refuse('unreadable_file', troubleOf(error)), file };
  }
}

async function* itemsOf(file: string, context: ReadContext, format: string | undefined): AsyncGenerator<ReadItem> {
  if (isLineFile(file) && (format ?? canonicalReader.format) === canonicalReader.format) {
    for await (const item of canonicalReader.readStream!(createReadStream(file), context)) {
      yield item.kind === 'interaction' ? { ...item, format: canonicalReader.format } : item;
    }
    return;
  }
  const { size } = await stat(file);
  // Checked before reading: what is too large must not be held in memory first.
  if (size > LIMITS.fileBytes) yield refuse('too_large', `Fichier de ${inMebibytes(size)}, pour ${inMebibytes(LIMITS.fileBytes)} au plus.`);
  else yield* readBytes(await readFile(file), context, format);
}

async function contextOf(file: string, options: ReadOptions, directories: Directories): Promise<Read<ReadContext>> {
  const metadata = await sidecarOf(file);
  if (metadata.kind === 'refused') return metadata;
  const directory = options.directory === undefined ? await directories.nearest(file) : { kind: 'ok' as const, value: options.directory };
  if (directory.kind === 'refused') return directory;
  const known = options.agentDomains?.length ? (directory.value ?? NOBODY).withAgentDomains(options.agentDomains) : directory.value;
  return { kind: 'ok', value: { fileName: file, metadata: metadata.value, directory: known, source: options.source } };
}

const NOBODY = new Directory({ agentDomains: [], agents: [], customers: [] });
