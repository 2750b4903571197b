import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ImportState, importPaths, type ImportPathsOptions, type PathsSummary, type RefusedItem, SOURCES, watchPaths } from '#ingest/read';
import { dataFolder } from '../data-folder.js';
import { EXIT_FAILED } from '../failure.js';
import { mappingAt } from '../mapping-file.js';
import { plural } from '../plural.js';
import { Progress } from '../progress.js';
import { RefusalReport } from './refusal-report.js';
import { InteractionSender } from './send-interactions.js';
import { summaryText } from './summary-text.js';

export interface ImportOptions {
  readonly to: string;
  readonly format?: string;
  readonly source?: string;
  readonly mapping?: string;
  readonly watch?: boolean;
  readonly every: number;
  readonly dryRun?: boolean;
  readonly report?: string;
  readonly state?: string;
  readonly again?: boolean;
}

/** Told on the terminal, at most; a report has them all. */
const MAX_TOLD = 20;

const note = (text: string): void => void process.stderr.write(`${text}\n`);

/**
 * Imports files and folders into a running Diapason.
 * @returns the exit code: 0 all taken, 1 something refused, 2 nothing to read
 */
export async function runImport(paths: readonly string[], options: ImportOptions): Promise<0 | 1 | 2> {
  const report = options.report === undefined ? undefined : await RefusalReport.open(options.report);
  const started = performance.now();
  try {
    const summary = await (options.dryRun ? dryRun(paths, options, report) : send(paths, options, report));
    process.stdout.write(`${summaryText(summary, (performance.now() - started) / 1000, options.dryRun ?? false)}\n`);
    if (summary.refusedCount > summary.refused.length || (report === undefined && summary.refusedCount > MAX_TOLD)) {
      note(`Toutes les refusées, avec leur raison : relancez avec --report FICHIER.`);
    }
    if (summary.refused.some(({ reason }) => reason === 'unknown_format')) note(`Formats connus (--format) : ${SOURCES.map(({ format }) => format).join(', ')}.`);
    // As for `check`: a wrong folder must not stay green for ever in somebody's job.
    if (summary.files === 0 && !options.watch) {
      note('rien à importer : aucun fichier à ces adresses');
      return EXIT_FAILED;
    }
    return summary.refusedCount > 0 ? 1 : 0;
  } finally {
    await report?.close();
  }
}

const nowhere: ImportPathsOptions['publish'] = async (interactions) => interactions.map((interaction) => ({ id: '', interaction, judgement: 'accepted' }));

async function dryRun(paths: readonly string[], options: ImportOptions, report: RefusalReport | undefined): Promise<PathsSummary> {
  return importPaths(paths, { ...(await readingOf(options)), publish: nowhere, ...telling('Lecture', 'lisible', report) });
}

async function send(paths: readonly string[], options: ImportOptions, report: RefusalReport | undefined): Promise<PathsSummary> {
  const reading = await readingOf(options);
  const state = await ImportState.open(options.state ?? (await stateFileFor(options)));
  const sender = new InteractionSender(options.to, state);
  if (options.again) await state.forget();
  else if (!state.isEmpty && !(await sender.isTheSame())) {
    note(`${options.to} ne connaît pas ce qui lui avait été envoyé : tout est repris depuis le début.`);
    await state.forget();
  }
  const importing: ImportPathsOptions = { ...reading, publish: sender.publish, state, ...telling('Import', 'nouvelle', report) };
  return options.watch ? watch(paths, options, importing) : importPaths(paths, importing);
}

async function watch(paths: readonly string[], { every }: ImportOptions, importing: ImportPathsOptions): Promise<PathsSummary> {
  const stop = new AbortController();
  const end = (): void => stop.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  note(`Surveillance de ${paths.join(', ')} : un regard toutes les ${every} s. Ctrl-C pour arrêter.`);
  try {
    return await watchPaths(paths, {
      ...importing,
      onProgress: undefined,
      everyMs: every * 1000,
      signal: stop.signal,
      onImported: ({ files, skipped, accepted, duplicates, refusedCount }) =>
        note(`${new Date().toISOString()} ${plural(files - skipped, 'fichier')} : ${plural(accepted, 'nouvelle')}, ${duplicates} déjà là, ${plural(refusedCount, 'refusée')}`),
      onTrouble: (error) => note(`${new Date().toISOString()} ${error instanceof Error ? error.message : String(error)} Nouvel essai plus tard, rien n’est perdu.`),
    });
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
  }
}

const readingOf = async ({ format, source, mapping }: ImportOptions) => ({
  format,
  source,
  mapping: mapping === undefined ? undefined : await mappingAt(mapping),
});

/**
 * Beside the embedded database: thrown away together with it, it cannot claim what is no longer there. One for each way
 * of reading: what another mapping or source makes of the same files was not sent.
 */
async function stateFileFor({ to, format = '', source = '', mapping }: ImportOptions): Promise<string> {
  const way = createHash('sha256').update([new URL(to).href, format, source].join('\0'));
  if (mapping !== undefined) way.update(await readFile(mapping));
  return path.join(dataFolder(), 'imports', `${way.digest('hex').slice(0, 16)}.txt`);
}

function telling(title: string, taken: string, report: RefusalReport | undefined): Pick<ImportPathsOptions, 'onProgress' | 'onRefused'> {
  const progress = new Progress(title);
  let told = 0;
  return {
    onProgress: ({ done, total, accepted, duplicates, refused }) =>
      progress.show(done, total, `${plural(accepted, taken)}, ${duplicates} déjà là, ${plural(refused, 'refusée')}`),
    onRefused: (refused) => {
      report?.add(refused);
      told += 1;
      // On a terminal the progress line is still open.
      if (told <= MAX_TOLD) note(`${process.stderr.isTTY ? '\n' : ''}${refusalLine(refused)}`);
    },
  };
}

const refusalLine = ({ file, place, reason, detail }: RefusedItem): string => `  refusée : ${file ?? ''}${place ? ` (${place})` : ''} — ${detail} [${reason}]`;
