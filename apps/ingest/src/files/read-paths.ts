import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import type { LineStart } from '../sources/canonical/lines.js';
import { Directory } from '../sources/directory.js';
import { inMebibytes, LIMITS } from '../sources/limits.js';
import type { Mapping } from '../sources/mapping/mapping.js';
import { mappingReader } from '../sources/mapping/mapping.reader.js';
import { metadataWith, type SourceMetadata } from '../sources/metadata.js';
import { readBytes } from '../sources/read-bytes.js';
import { ok, refuse, type Read } from '../sources/refusal.js';
import type { ReadContext, ReadItem } from '../sources/source-reader.js';
import { streamedSource } from '../sources/streamed-source.js';
import { Directories, sidecarOf } from './file-context.js';
import { listFiles, troubleOf } from './list-files.js';

export interface ReadOptions {
  /** Name of the format when it is known; detected otherwise. */
  readonly format?: string;
  /** `Interaction.source` where neither file nor sidecar names one. */
  readonly source?: string;
  /** Instead of the nearest `directory.json`. */
  readonly directory?: Directory;
  /** Reads every file by this mapping, unless `format` says otherwise; instead of the nearest `mapping.yaml`. */
  readonly mapping?: Mapping;
  /** More mail domains that are the agents', beside those of the directory. */
  readonly agentDomains?: readonly string[];
  /** What the caller says of every file; wins over its sidecar, member by member and speaker by speaker. */
  readonly metadata?: SourceMetadata;
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

/**
 * Reads one file; a file of many interactions (JSON lines, a mailbox) is held one interaction at a time, whatever its size.
 * @param start where to begin, in a file of lines that was read up to there before
 */
export async function* readFileItems(
  file: string,
  options: ReadOptions = {},
  directories = new Directories(),
  start?: LineStart,
): AsyncGenerator<FileItem> {
  const context = await contextOf(file, options, directories);
  if (context.kind === 'refused') {
    yield { ...context, file };
    return;
  }
  try {
    for await (const item of itemsOf(file, { ...context.value, start }, options.format ?? (options.mapping && mappingReader.format))) yield { ...item, file };
  } catch (error) {
    yield { ...refuse('unreadable_file', troubleOf(error)), file };
  }
}

async function* itemsOf(file: string, context: ReadContext, format: string | undefined): AsyncGenerator<ReadItem> {
  const { isPlain, head, size } = await look(file);
  const streamed = streamedSource(head, file, format, context.mapping);
  if (streamed !== undefined) {
    const bytes = createReadStream(file, { start: context.start?.offset ?? 0 });
    for await (const item of streamed.readStream(bytes, context)) yield { ...item, format: streamed.format };
  }
  // Checked before reading: what is too large must not be held in memory first.
  else if (size > LIMITS.fileBytes) yield refuse('too_large', `Fichier de ${inMebibytes(size)}, pour ${inMebibytes(LIMITS.fileBytes)} au plus.`);
  else yield* readBytes(isPlain && size <= head.length ? head : await readFile(file), context, format);
}

/** The head of a file; of a pipe nothing, since what is read of it is gone. */
async function look(file: string): Promise<{ readonly isPlain: boolean; readonly head: Buffer; readonly size: number }> {
  const info = await stat(file);
  if (!info.isFile()) return { isPlain: false, head: Buffer.alloc(0), size: 0 };
  const { size } = info;
  const opened = await open(file);
  try {
    const { buffer, bytesRead } = await opened.read({ buffer: Buffer.allocUnsafe(Math.min(size, LIMITS.headBytes)), position: 0 });
    return { isPlain: true, head: buffer.subarray(0, bytesRead), size };
  } finally {
    await opened.close();
  }
}

async function contextOf(file: string, options: ReadOptions, directories: Directories): Promise<Read<ReadContext>> {
  const sidecar = await sidecarOf(file);
  if (sidecar.kind === 'refused') return sidecar;
  const metadata = metadataWith(sidecar.value, options.metadata);
  const directory = options.directory === undefined ? await directories.nearest(file) : { kind: 'ok' as const, value: options.directory };
  if (directory.kind === 'refused') return directory;
  const mapping = options.mapping === undefined ? await directories.nearestMapping(file) : ok(options.mapping);
  // Only JSON is read by a mapping: a broken one must not stop the mails beside it.
  if (mapping.kind === 'refused' && /\.(?:json|jsonl|ndjson)$/i.test(file)) return mapping;
  const known = options.agentDomains?.length ? (directory.value ?? NOBODY).withAgentDomains(options.agentDomains) : directory.value;
  return ok({ fileName: file, metadata, directory: known, source: options.source, ...(mapping.kind === 'ok' && { mapping: mapping.value }) });
}

const NOBODY = new Directory({ agentDomains: [], agents: [], customers: [] });
