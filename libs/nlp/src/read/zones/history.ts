import { endOfAttribution } from './attribution.js';
import { disclaimerAt } from './disclaimer.js';
import { endOfHeaders } from './header-block.js';
import { nextWritten, type Line } from './lines.js';
import { isForwardLine, isFramed, isMessageOf, isOriginalLine, isReplyAbove, isRule } from './separators.js';
import { couldBeSigned, isDeviceLine, isPostscript, isSignatureDelimiter } from './signature.js';
import { ticketEntries } from './ticket-thread.js';

export type HistoryKind = 'quoted' | 'forwarded';
type Mark = HistoryKind | undefined;

/** What introduces someone else's words: its last line, and what they are. */
interface Introduction {
  readonly last: number;
  readonly kind: HistoryKind;
}

/**
 * Marks the lines of a mail that are someone else's words: per line `quoted`, `forwarded` or undefined. What is marked
 * with `>` ends with its marks, so that answers between or below the quotes stay the writer's; what is introduced (« Le … a écrit : », a
 * block of headers) and not marked goes on to the end. Each line looks at the next few at most: linear.
 */
export function markHistory(lines: readonly Line[]): Mark[] {
  const marks: Mark[] = lines.map(() => undefined);
  // A letter may begin with headers of its own.
  const first = nextWritten(lines, 0);
  let kind: HistoryKind = 'quoted';
  const older = markTicket(lines, marks, first);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.blank || i === first && marks[i] !== undefined) continue;
    if (i === older) return marks.fill('quoted', i);
    const found = introductionAt(lines, i, first);
    if (found === undefined) {
      if (isBelowDevice(lines, marks, i)) return marks.fill('quoted', i);
      if (line.quoted) marks[i] = kind;
      else if (isRestOfQuote(lines, marks, i)) marks[i] = kind;
      else kind = 'quoted';
      continue;
    }
    kind = found.kind;
    marks.fill(kind, withRule(lines, marks, i), found.last + 1);
    const next = nextWritten(lines, found.last + 1);
    if (next >= 0 && !lines[next]!.quoted) return marks.fill(kind, i);
    i = found.last;
  }
  return fillBlanks(lines, marks);
}

/**
 * A mail that a help desk sends begins with the line above which to answer: what stands below is the newest message of the ticket, then
 * the older ones. Marks what the help desk wrote; returns the line from which on messages are older, or -1.
 */
function markTicket(lines: readonly Line[], marks: Mark[], first: number): number {
  if (first < 0 || lines[first]!.quoted || !isReplyAbove(lines[first]!.bare)) return -1;
  marks[first] = 'quoted';
  const [newest, older] = ticketEntries(lines, first + 1);
  if (newest !== undefined) marks.fill('quoted', newest.first, newest.last + 1);
  return older?.first ?? -1;
}

function introductionAt(lines: readonly Line[], i: number, first: number): Introduction | undefined {
  const { bare, empty } = lines[i]!;
  if (empty) return undefined;
  if (isForwardLine(bare)) return { last: Math.max(i, headersBelow(lines, i)), kind: 'forwarded' };
  if (isOriginalLine(bare) || isReplyAbove(bare)) return { last: Math.max(i, headersBelow(lines, i)), kind: 'quoted' };
  const framed = isRule(bare) || isFramed(bare) || isMessageOf(bare);
  const last = framed ? headersBelow(lines, i) : Math.max(endOfHeaders(lines, i, i === first ? -1 : 0), endOfAttribution(lines, i));
  return last < 0 ? undefined : { last, kind: 'quoted' };
}

const ABOVE_HEADERS = 2;

/** The end of the headers that follow line `i`, perhaps after another line of the kind, or -1. */
function headersBelow(lines: readonly Line[], i: number): number {
  let next = nextWritten(lines, i + 1);
  if (next >= 0 && isMessageOf(lines[next]!.bare)) next = nextWritten(lines, next + 1);
  return next < 0 || next > i + 4 ? -1 : endOfHeaders(lines, next, ABOVE_HEADERS);
}

/** A rule drawn just above belongs to what it opens. */
function withRule(lines: readonly Line[], marks: readonly Mark[], i: number): number {
  for (let j = i - 1; j >= 0 && j >= i - 3; j--) {
    if (lines[j]!.blank || lines[j]!.empty) continue;
    return marks[j] === undefined && isRule(lines[j]!.bare) ? j : i;
  }
  return i;
}

/**
 * « Envoyé de mon iPhone » ends what was written; a text that stands below it, an empty line apart, was there before, even if
 * nothing introduces it. A name, a number or a postscript is still the writer's, and so is all when nothing stands above.
 */
function isBelowDevice(lines: readonly Line[], marks: readonly Mark[], i: number): boolean {
  const { head, quoted } = lines[i]!;
  let above = i - 1;
  while (above >= 0 && lines[above]!.blank) above--;
  if (above < 1 || above === i - 1 || quoted || marks[above] !== undefined || !isDeviceLine(lines[above]!.head)) return false;
  if (isDeviceLine(head) || isSignatureDelimiter(head) || couldBeSigned(head) || isPostscript(head) || disclaimerAt(lines, i, lines.length, 1) >= i) return false;
  return lines.slice(Math.max(0, above - 10), above).some((line, j) => !line.blank && marks[Math.max(0, above - 10) + j] === undefined);
}

/** From here on a line is likely to have been broken. */
const BROKEN_AT = 55;

/** The end of a quoted line that a program broke without marking what it broke off: lower case after an unfinished line. */
function isRestOfQuote(lines: readonly Line[], marks: readonly Mark[], i: number): boolean {
  const before = lines[i - 1];
  if (before === undefined || before.blank || !before.quoted || marks[i - 1] === undefined) return false;
  const { bare } = lines[i]!;
  const next = lines[i + 1];
  const wasCut = before.head.length >= BROKEN_AT && !/[.!?:…»]$/.test(before.head);
  return (wasCut && /^[\p{Ll}\d(]/u.test(bare)) || (next?.quoted === true && /^\p{Ll}/u.test(bare) && before.head.length >= BROKEN_AT);
}

/** Blank lines between two quoted lines belong to the quote. */
function fillBlanks(lines: readonly Line[], marks: Mark[]): Mark[] {
  let before: Mark;
  let blanksFrom = -1;
  for (let i = 0; i < lines.length; i++) {
    if (lines[i]!.blank && !marks[i]) {
      if (blanksFrom < 0) blanksFrom = i;
      continue;
    }
    if (blanksFrom >= 0 && before && marks[i] === before) marks.fill(before, blanksFrom, i);
    blanksFrom = -1;
    before = marks[i];
  }
  return marks;
}
