import { listFiles } from '../files/list-files.js';
import { readPaths, type FileItem, type ReadOptions } from '../files/read-paths.js';
import { importItems, type Publish } from './import-items.js';
import type { ImportProgress, ImportSummary, RefusedItem } from './import-summary.js';

export interface PathsProgress extends ImportProgress {
  /** Files read whole so far … */
  readonly done: number;
  /** … of this many. */
  readonly total: number;
}

export interface ImportPathsOptions extends ReadOptions {
  readonly publish: Publish;
  readonly onProgress?: (progress: PathsProgress) => void;
  readonly onRefused?: (refused: RefusedItem) => void;
}

/**
 * Imports files and folders (see readPaths). What is kept already is not taken in twice, so that an import that was
 * cut off is simply run again.
 * @throws what `publish` throws
 */
export async function importPaths(paths: readonly string[], { publish, onProgress, onRefused, ...options }: ImportPathsOptions): Promise<ImportSummary> {
  let total = 0;
  for await (const _ of listFiles(paths)) total++;
  const files = { done: 0 };
  return importItems(countingFiles(readPaths(paths, options), files), {
    publish,
    onRefused,
    onProgress: (progress) => onProgress?.({ ...progress, done: files.done, total }),
  });
}

async function* countingFiles(items: AsyncIterable<FileItem>, files: { done: number }): AsyncGenerator<FileItem> {
  let current: string | undefined;
  for await (const item of items) {
    if (current !== undefined && item.file !== current) files.done++;
    current = item.file;
    yield item;
  }
  if (current !== undefined) files.done++;
}
