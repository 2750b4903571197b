import { plural } from '../plural.js';
import type { FormatCounts, PathsSummary } from '#ingest/read';

/** Counts by format, then in all, with the rate; for a person. */
export function summaryText(summary: PathsSummary, seconds: number, dryRun: boolean): string {
  const { accepted, duplicates, refusedCount, files, skipped } = summary;
  const taken = accepted + duplicates;
  const rate = seconds > 0 ? `, ${Math.round(taken / seconds).toLocaleString('fr')} par seconde` : '';
  const read = `${plural(files - skipped, 'fichier lu', 'fichiers lus')}${skipped > 0 ? `, ${skipped} déjà pris avant` : ''} en ${seconds.toFixed(1).replace('.', ',')} s${rate}`;
  const total = dryRun
    ? `${plural(accepted, 'lisible')}, ${plural(refusedCount, 'refusée')} ; rien n’a été envoyé`
    : `${plural(accepted, 'nouvelle')}, ${duplicates} déjà là, ${plural(refusedCount, 'refusée')}`;
  return [...table(summary.formats, dryRun), total, read].join('\n');
}

function table(formats: readonly FormatCounts[], dryRun: boolean): string[] {
  if (formats.length === 0) return [];
  const heads = dryRun ? ['format', 'lisibles', 'refusées'] : ['format', 'nouvelles', 'déjà là', 'refusées'];
  const rows = formats.map(({ format, accepted, duplicates, refused }) =>
    [format ?? '(non reconnu)', accepted, ...(dryRun ? [] : [duplicates]), refused].map(String),
  );
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]!.length)));
  return [heads, ...rows].map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '));
}
