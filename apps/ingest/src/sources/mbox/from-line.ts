const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const TIME = String.raw`\d{1,2}:\d{2}(?::\d{2})?`;

/**
 * `From x@y.example Mon Sep  7 09:12:33 2026`: RFC 4155, with the zones that Gmail writes before the year and others after
 * it, and the date of RFC 5322 that some write instead.
 */
const DATED = new RegExp(String.raw`^From .{0,300}?\b${DAY},? +(?:${MONTH} +\d{1,2} +${TIME}(?: +\S{1,6})? +\d{4}|\d{1,2} +${MONTH} +\d{4} +${TIME})\b[^@]{0,40}$`);

/** Without a date: an address alone, or nothing (Thunderbird once). */
const BARE = /^From (?:- *|\S+@\S+ *)?$/;

/** No separator is longer: an address and a date. */
export const MAX_FROM_LINE = 512;

/**
 * Whether a line begins a mail of a mailbox. « From the moment you called … » does not; a sentence that reads just like a
 * dated separator is written `>From` by whoever keeps the box.
 * @param line without its line end
 * @param afterBlank whether the line before it is empty, or it is the first
 */
export const isFromLine = (line: string, afterBlank: boolean): boolean => line.length <= MAX_FROM_LINE && (DATED.test(line) || (afterBlank && BARE.test(line)));

/** Text before a mail's first line that is none of it: a byte order mark, empty lines. */
const LEAD = /^(?:\xef\xbb\xbf|[\r\n])*/;

/** What begins with a separator, and what comes after: bytes as latin1. */
export function splitFromLine(text: string): { readonly fromLine: string; readonly rest: string } | undefined {
  const begun = text.slice(LEAD.exec(text)![0].length);
  if (!begun.startsWith('From ')) return undefined;
  const end = begun.indexOf('\n');
  const fromLine = (end < 0 ? begun : begun.slice(0, end)).replace(/\r$/, '');
  return { fromLine, rest: end < 0 ? '' : begun.slice(end + 1) };
}

/** The mail itself, without a separator that some programs leave as its first line. */
export function withoutFromLine(bytes: Buffer): Buffer {
  const head = bytes.toString('latin1', 0, 2 * MAX_FROM_LINE);
  const split = splitFromLine(head);
  if (split === undefined || !isFromLine(split.fromLine, true)) return bytes;
  return bytes.subarray(head.length - split.rest.length);
}
