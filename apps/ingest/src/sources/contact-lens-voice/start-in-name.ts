import { basename } from 'node:path';

/** `…_20260902T00:20_UTC…`, as Amazon Connect names recordings; `:` is often lost on the way to a disk. */
const NAMED = /_(\d{4})(\d\d)(\d\d)T(\d\d)(?:[:_.-]|%3A)?(\d\d)_UTC/i;

/**
 * When the call began, to the minute, where the file is named after its recording. The time in `…_analysis_…Z.json` is
 * the analysis's and tells nothing. RFC 3339, or undefined.
 */
export function startInName(fileName: string | undefined): string | undefined {
  const [, year, month, day, hour, minute] = NAMED.exec(basename(fileName ?? '')) ?? [];
  if (minute === undefined) return undefined;
  const text = `${year}-${month}-${day}T${hour}:${minute}:00Z`;
  return Number.isNaN(Date.parse(text)) ? undefined : text;
}
