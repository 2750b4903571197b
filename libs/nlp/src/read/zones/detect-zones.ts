import type { Channel, TurnZone } from '#domain';
import { greetingLength, isClosingLine, isFinalFormula } from './formulas.js';
import { markHistory } from './history.js';
import { linesOf, type Line } from './lines.js';
import { markTail } from './tail.js';

/** A part of one text; offsets in UTF-16 units of the original text, the end exclusive. */
export type Zone = Omit<TurnZone, 'turn'>;
type ZoneKind = Zone['kind'];

/**
 * The zones of a text, in order, without overlap; white space between them belongs to none. Only mail has more than a
 * greeting, a body and a closing: what it quotes or forwards, its signature and its disclaimer are not the writer's words
 * to the reader. When in doubt between own words and a signature, own words. Linear in the text's length.
 *
 * `subject`: when the text's first line repeats it, that line is a zone of its own.
 */
export function detectZones(text: string, options: { readonly channel: Channel; readonly subject?: string }): Zone[] {
  if (text.trim() === '') return [];
  if (options.channel !== 'email') return [{ kind: 'body', start: text.length - text.trimStart().length, end: text.trimEnd().length }];
  const lines = linesOf(text);
  const kinds: (ZoneKind | undefined)[] = markHistory(lines);
  markTail(lines, kinds);
  markSubject(lines, kinds, options.subject);
  const greeting = markGreeting(lines, kinds);
  markClosing(lines, kinds);
  return spansOf(text, lines, kinds, greeting);
}

function markSubject(lines: readonly Line[], kinds: (ZoneKind | undefined)[], subject: string | undefined): void {
  const first = lines.findIndex((line) => !line.blank);
  const title = subject?.trim();
  if (title && kinds[first] === undefined && lines[first]!.head.replace(/^(?:objet|sujet|subject)\s*:\s*/i, '') === title.slice(0, 200)) kinds[first] = 'subject';
}

/** The salutation opens the own words; it may share its line with them. Returns its line and length. */
function markGreeting(lines: readonly Line[], kinds: readonly (ZoneKind | undefined)[]): { line: number; length: number } | undefined {
  const line = lines.findIndex((found, i) => !found.blank && kinds[i] === undefined);
  const length = line < 0 ? 0 : greetingLength(lines[line]!.head);
  return length > 0 ? { line, length } : undefined;
}

const CLOSING_LINES = 6;
const LONGEST_NAME = 40;

/** Closing formulas among the last own lines. */
function markClosing(lines: readonly Line[], kinds: (ZoneKind | undefined)[]): void {
  const own: number[] = [];
  for (let i = lines.length - 1; i >= 0 && own.length < CLOSING_LINES; i--) if (!lines[i]!.blank && kinds[i] === undefined) own.push(i);
  let closing = -1;
  for (const i of own) if (isClosingLine(lines[i]!.head) || isFinalFormula(lines[i]!.head)) closing = i;
    else if (closing >= 0) break;
  if (closing < 0) return;
  for (const i of own.toReversed()) {
    const { head } = lines[i]!;
    // The name under the formula, when no signature was found, goes with it.
    if (i >= closing && (isClosingLine(head) || head.length <= LONGEST_NAME)) kinds[i] = 'closing';
  }
}

function spansOf(text: string, lines: readonly Line[], kinds: readonly (ZoneKind | undefined)[], greeting: { line: number; length: number } | undefined): Zone[] {
  const zones: { kind: ZoneKind; start: number; end: number }[] = [];
  const add = (kind: ZoneKind, from: number, to: number): void => {
    const part = text.slice(from, to);
    const start = from + part.length - part.trimStart().length;
    const end = from + part.trimEnd().length;
    if (start >= end) return;
    const last = zones.at(-1);
    if (last?.kind === kind) last.end = end;
    else zones.push({ kind, start, end });
  };
  lines.forEach((line, i) => {
    if (line.blank) return;
    const kind = kinds[i] ?? 'body';
    if (greeting?.line !== i || (kind !== 'body' && kind !== 'closing')) return add(kind, line.start, line.end);
    const at = line.start + text.slice(line.start, line.end).search(/\S/) + greeting.length;
    add('greeting', line.start, at);
    add(kind, at, line.end);
  });
  return zones;
}
