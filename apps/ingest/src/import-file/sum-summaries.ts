import { MAX_LISTED, type FormatCounts } from './import-summary.js';
import type { PathsSummary } from './import-paths.js';

export const NOTHING: PathsSummary = { accepted: 0, duplicates: 0, refusedCount: 0, refused: [], formats: [], files: 0, skipped: 0 };

/** Two imports as one. */
export function addSummaries(a: PathsSummary, b: PathsSummary): PathsSummary {
  const formats = new Map<string | null, FormatCounts>();
  for (const one of [...a.formats, ...b.formats]) {
    const { accepted, duplicates, refused } = formats.get(one.format) ?? { accepted: 0, duplicates: 0, refused: 0 };
    formats.set(one.format, {
      format: one.format,
      accepted: accepted + one.accepted,
      duplicates: duplicates + one.duplicates,
      refused: refused + one.refused,
    });
  }
  return {
    accepted: a.accepted + b.accepted,
    duplicates: a.duplicates + b.duplicates,
    refusedCount: a.refusedCount + b.refusedCount,
    refused: [...a.refused, ...b.refused].slice(0, MAX_LISTED),
    formats: [...formats.values()],
    files: a.files + b.files,
    skipped: a.skipped + b.skipped,
  };
}
