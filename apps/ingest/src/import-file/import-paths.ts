import { stat } from 'node:fs/promises';
import { Directories } from '../files/file-context.js';
import { listFiles, type Listed } from '../files/list-files.js';
import { readFileItems, type FileItem, type ReadOptions } from '../files/read-paths.js';
import { refuse } from '../sources/refusal.js';
import { importItems, type Mark, type Publish } from './import-items.js';
import type { ImportState, SeenFile } from './import-state.js';
import type { ImportProgress, ImportSummary, RefusedItem } from './import-summary.js';

export interface PathsProgress extends ImportProgress {
  /** Files taken in whole so far, and the part of the one in hand … */
  readonly done: number;
  /** … of this many. */
  readonly total: number;
  /** Of `done`, those that an earlier run had taken in already. */
  readonly skipped: number;
}

export interface ImportPathsOptions extends ReadOptions {
  readonly publish: Publish;
  /** What earlier runs have taken in: it is skipped, and what this run takes in is noted. */
  readonly state?: ImportState;
  /** Reads a file that has grown from where it was, also when something before that was refused: it has been told. */
  readonly toldOnce?: boolean;
  readonly onProgress?: (progress: PathsProgress) => void;
  readonly onRefused?: (refused: RefusedItem) => void;
}

export interface PathsSummary extends ImportSummary {
  readonly files: number;
  readonly skipped: number;
}

/**
 * Imports files and folders (see readPaths). What is kept already is not taken in twice, so that an import that was
 * cut off is simply run again; with a `state` it goes on where it was.
 * @throws what `publish` throws
 */
export async function importPaths(paths: readonly string[], options: ImportPathsOptions): Promise<PathsSummary> {
  let total = 0;
  for await (const _ of listFiles(paths)) total++;
  return importListed(listFiles(paths), total, options);
}

/** Imports files that were listed already. */
export async function importListed(
  listed: AsyncIterable<Listed> | Iterable<Listed>,
  total: number,
  { publish, state, toldOnce = false, onProgress, onRefused, ...options }: ImportPathsOptions,
): Promise<PathsSummary> {
  const files = { done: 0, skipped: 0, part: 0 };
  /** Files with something refused: they are read again by the next run, which tells of it again. */
  const spoilt = new Set<string>();
  const reader = new FilesReader(listed, options, state, files, spoilt, toldOnce);
  const summary = await importItems(reader.items(), {
    publish: async (interactions) => {
      // What the chunk before reached is written down while this one is on its way.
      const [judged] = await Promise.all([publish(interactions), state?.save()]);
      return judged;
    },
    onRefused: (item) => {
      if (item.file !== undefined) spoilt.add(item.file);
      onRefused?.(item);
    },
    onProgress: (progress) => onProgress?.({ ...progress, done: files.done + files.part, total, skipped: files.skipped }),
  });
  await state?.save();
  return { ...summary, files: files.done, skipped: files.skipped };
}

class FilesReader {
  private readonly directories = new Directories();

  constructor(
    private readonly listed: AsyncIterable<Listed> | Iterable<Listed>,
    private readonly options: ReadOptions,
    private readonly state: ImportState | undefined,
    private readonly files: { done: number; skipped: number; part: number },
    private readonly spoilt: Set<string>,
    private readonly toldOnce: boolean,
  ) {}

  async *items(): AsyncGenerator<FileItem | Mark> {
    for await (const entry of this.listed) {
      if ('trouble' in entry) yield { ...refuse('unreadable_file', entry.trouble), file: entry.file };
      else yield* this.fileItems(entry.file);
      yield {
        kind: 'mark',
        reached: () => {
          this.files.done++;
          this.files.part = 0;
        },
      };
    }
  }

  private async *fileItems(file: string): AsyncGenerator<FileItem | Mark> {
    const seen = await seenNow(file);
    if (seen !== null && this.state?.isDone(seen) === true) {
      this.files.skipped++;
      return;
    }
    const start = seen === null ? undefined : await this.state?.positionIn(seen);
    let number = start?.number ?? 1;
    for await (const item of readFileItems(file, this.options, this.directories, start)) {
      yield item;
      if (item.end === undefined || seen === null) continue;
      const part = seen.size === 0 ? 0 : Math.min(1, item.end / seen.size);
      const reached = { number: (number = lineAfter(item.place) ?? number + 1), offset: item.end };
      yield {
        kind: 'mark',
        reached: () => {
          this.files.part = part;
          this.unlessSpoilt(file, () => this.state?.reach(seen, reached), this.toldOnce);
        },
      };
    }
    if (seen === null) return;
    yield {
      kind: 'mark',
      reached: () => {
        this.unlessSpoilt(file, () => this.state?.finish(seen));
        this.spoilt.delete(file);
      },
    };
  }

  private unlessSpoilt(file: string, effect: () => void, always = false): void {
    if (always || !this.spoilt.has(file)) effect();
  }
}

const lineAfter = (place: string | undefined): number | undefined => {
  const line = /^ligne (\d+)$/.exec(place ?? '')?.[1];
  return line === undefined ? undefined : Number(line) + 1;
};

/** Null for what is no plain file, or gone: reading says why. */
async function seenNow(path: string): Promise<SeenFile | null> {
  const info = await stat(path).catch(() => null);
  return info?.isFile() ? { path, size: info.size, mtimeMs: info.mtimeMs } : null;
}
