import type { WallClock } from '../thread/local-time.js';

/** A message or a line of the application's own, as it stands in the export. */
export interface Entry {
  /** From 1. */
  readonly line: number;
  /** The three numbers of its day, in the file's own order, as they are written. */
  readonly day: readonly [string, string, string];
  readonly separator: string;
  readonly clock: Pick<WallClock, 'hour' | 'minute' | 'second'>;
  /** After the date; further lines of the message follow by `\n`. Direction marks are still in it. */
  readonly rest: string;
}

/** Direction marks, which WhatsApp puts before its own words and around phone numbers, and a byte order mark. */
const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
export const withoutMarks = (text: string): string => text.replace(MARKS, '');

const MARKS_AHEAD = String.raw`^[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*`;
const DAY = String.raw`(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})`;
const CLOCK = String.raw`(\d{1,2})(?:[:.]|\s?h\s?)(\d{2})(?:[:.](\d{2}))?(?:\s?([ap])\.?\s?m\.?)?`;
const STAMP = String.raw`${DAY},?(?:\s(?:à|at))?\s+${CLOCK}`;
/** `[03/04/2026, 14:05:22] …` and `03/04/2026, 14:05 - …`, both with or without comma, « à », seconds, AM and PM. */
const STYLES = [new RegExp(String.raw`${MARKS_AHEAD}\[${STAMP}\]\s?(.*)$`, 'isu'), new RegExp(String.raw`${MARKS_AHEAD}${STAMP}\s[-–]\s(.*)$`, 'isu')] as const;

/** Whether a text begins as an export does. */
export const beginsAsExport = (text: string): boolean => styleOf(text.trimStart()) !== undefined;

const styleOf = (text: string): RegExp | undefined => {
  const first = text.split(/\r?\n/, 1)[0]!.slice(0, 2000);
  return STYLES.find((style) => style.test(first));
};

/**
 * The entries of an export. Its first line tells how lines begin; a line that does not begin so goes on with the message
 * before it. Undefined when the text is no export.
 */
export function entriesOf(text: string): Entry[] | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  const style = first < 0 ? undefined : styleOf(lines[first]!);
  if (style === undefined) return undefined;
  const entries: { head: Omit<Entry, 'rest'>; parts: string[] }[] = [];
  for (const [i, line] of lines.entries()) {
    const head = headOf(line, i + 1, style);
    if (head !== undefined) entries.push({ head: head.entry, parts: [head.rest] });
    else entries.at(-1)?.parts.push(line);
  }
  return entries.map(({ head, parts }) => ({ ...head, rest: parts.join('\n') }));
}

function headOf(line: string, number: number, style: RegExp): { entry: Omit<Entry, 'rest'>; rest: string } | undefined {
  const match = style.exec(line);
  if (match === null) return undefined;
  const [, a = '', separator = '', b = '', c = '', hours, minutes, seconds, half, rest = ''] = match;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return { entry: { line: number, day: [a, b, c], separator, clock: { hour, minute: Number(minutes), second: Number(seconds ?? 0) } }, rest };
}
