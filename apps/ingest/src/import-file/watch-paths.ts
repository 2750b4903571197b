import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { listFiles, type Listed } from '../files/list-files.js';
import { isMaildirMail, lastingPlace } from '../files/maildir.js';
import { importListed, type ImportPathsOptions, type PathsSummary } from './import-paths.js';
import { addSummaries, NOTHING } from './sum-summaries.js';

export interface WatchOptions extends ImportPathsOptions {
  /** Between two looks. */
  readonly everyMs: number;
  /** Ends the watch after the import in hand. */
  readonly signal: AbortSignal;
  /** After each look that found something. */
  readonly onImported?: (summary: PathsSummary) => void;
  /** The other end took nothing: it is tried again, a little later each time. */
  readonly onTrouble?: (error: unknown) => void;
}

const MAX_WAIT_MS = 60_000;

/**
 * Imports what lies in files and folders, then what arrives there, until `signal`. It looks every so often instead of
 * waiting for events, which network drives do not send. A file is taken once it looked the same twice, or has rested
 * for a while; a mail of a Maildir once, whatever its flags become; any other again when it has changed.
 */
export async function watchPaths(paths: readonly string[], { everyMs, signal, onImported, onTrouble, ...options }: WatchOptions): Promise<PathsSummary> {
  const looks = new Looks(everyMs);
  let sum: PathsSummary = NOTHING;
  let wait = everyMs;
  while (!signal.aborted) {
    const ripe = await looks.ripe(paths);
    try {
      if (ripe.length > 0) {
        const summary = await importListed(ripe.map(({ listed }) => listed), ripe.length, { ...options, toldOnce: true });
        for (const one of ripe) looks.taken(one);
        sum = addSummaries(sum, summary);
        if (summary.files > summary.skipped) onImported?.(summary);
      }
      wait = everyMs;
    } catch (error) {
      onTrouble?.(error);
      wait = Math.min(wait * 2, MAX_WAIT_MS);
    }
    await sleep(wait, undefined, { signal }).catch(() => undefined);
  }
  return sum;
}

interface Look {
  readonly listed: Listed;
  /** Size and time, or what is wrong. */
  readonly state: string;
}

class Looks {
  private readonly handled = new Map<string, string>();
  private before = new Map<string, string>();

  constructor(private readonly everyMs: number) {}

  /** Files that are not handled and have stopped growing. */
  async ripe(paths: readonly string[]): Promise<Look[]> {
    const now = new Map<string, string>();
    const ripe: Look[] = [];
    for await (const listed of listFiles(paths)) {
      const { file } = listed;
      if (isMaildirMail(file) && this.handled.has(lastingPlace(file))) continue;
      const { state, restedMs } = 'trouble' in listed ? { state: listed.trouble, restedMs: Infinity } : await look(file);
      if (this.handled.get(lastingPlace(file)) === state) continue;
      if (restedMs > 5 * this.everyMs || this.before.get(file) === state) ripe.push({ listed, state });
      else now.set(file, state);
    }
    this.before = now;
    return ripe;
  }

  taken({ listed, state }: Look): void {
    this.handled.set(lastingPlace(listed.file), state);
  }
}

async function look(file: string): Promise<{ state: string; restedMs: number }> {
  try {
    const { size, mtimeMs } = await stat(file);
    return { state: `${size} ${mtimeMs}`, restedMs: Date.now() - mtimeMs };
  } catch {
    // Gone between listing and looking: somebody moved it.
    return { state: 'gone', restedMs: 0 };
  }
}
