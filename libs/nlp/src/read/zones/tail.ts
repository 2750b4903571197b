import type { TurnZone } from '#domain';
import { disclaimerAt, isBanner } from './disclaimer.js';
import { isClosingLine, isFinalFormula } from './formulas.js';
import { nextWritten, type Line } from './lines.js';
import { couldBeSigned, isDeviceLine, isSignatureDelimiter, isSignOff, looksLikeSignature } from './signature.js';

type Kinds = (TurnZone['kind'] | undefined)[];

/** Marks signatures and disclaimers: what ends each run of own lines. Linear in the number of lines. */
export function markTail(lines: readonly Line[], kinds: Kinds): void {
  for (let end = lines.length; end > 0; ) {
    let start = end;
    while (start > 0 && kinds[start - 1] === undefined) start--;
    if (start < end) markRun(lines, kinds, start, end);
    end = start < end ? start : end - 1;
  }
}

function markRun(lines: readonly Line[], kinds: Kinds, start: number, end: number): void {
  for (let i = start; i < end; i++) if (isDeviceLine(lines[i]!.head)) kinds[i] = 'signature';
  markDisclaimers(lines, kinds, start, end);
  // A disclaimer ends the run for a signature; what people write below it is looked at by itself.
  let to = end;
  while (to > start && (lines[to - 1]!.blank || kinds[to - 1] !== undefined)) to--;
  const from = signatureStart(lines, kinds, start, to);
  if (from === to - 1 && isSignOff(lines[from]!.head)) return;
  for (let i = from; i < to; i++) if (!lines[i]!.blank) kinds[i] ??= 'signature';
}

/** Whoever takes leave below it still writes: a disclaimer comes after the closing formula. */
function markDisclaimers(lines: readonly Line[], kinds: Kinds, start: number, end: number): void {
  // A run of quote marks alone says nothing.
  const first = nextWritten(lines, start);
  if (start === 0 && first >= 0 && first < end && isBanner(lines[first]!.head)) kinds[first] = 'disclaimer';
  let leave = end - 1;
  while (leave >= start && !isFinalFormula(lines[leave]!.head)) leave--;
  for (let i = Math.max(leave, start); i < end; i++) {
    if (lines[i]!.blank || kinds[i] !== undefined) continue;
    const to = disclaimerAt(lines, i, end, leave < start ? 2 : 1);
    if (to < i) continue;
    for (let j = i; j <= to; j++) if (!lines[j]!.blank) kinds[j] ??= 'disclaimer';
    i = to;
  }
}

const LONGEST_SIGNATURE = 25;

/** The first line of the signature that the run ends with, or its end. */
function signatureStart(lines: readonly Line[], kinds: Kinds, start: number, end: number): number {
  const loose = startOf(looksLikeSignature, lines, kinds, start, end);
  const looser = startOf(couldBeSigned, lines, kinds, start, end);
  for (let i = Math.max(start, end - 2 * LONGEST_SIGNATURE); i < end; i++) {
    const { head, blank } = lines[i]!;
    if (blank || kinds[i] !== undefined) continue;
    if (opensSignature(lines[i]!, i, loose, looser) && hasWritten(lines, kinds, i + 1, end)) return i;
    if (i >= loose - 1 && isFinalFormula(head) && isClosingLine(head)) {
      for (let j = Math.max(i + 1, loose); j < end; j++) {
        const below = lines[j]!;
        if (!below.blank && kinds[j] === undefined && !isClosingLine(below.head)) return j;
      }
    }
  }
  return end;
}

/** « -- » with its space opens a signature by convention; other rules do when all the lines below could be one. */
function opensSignature({ head, start, end }: Line, i: number, loose: number, looser: number): boolean {
  if (!isSignatureDelimiter(head)) return false;
  if (head !== '--') return i >= loose;
  return end - start > head.length || i >= looser;
}

/** Where the lines begin that could all be a signature, from the end backwards. */
function startOf(fits: (head: string) => boolean, lines: readonly Line[], kinds: Kinds, start: number, end: number): number {
  let written = 0;
  let from = end;
  for (let i = end - 1; i >= start; i--) {
    const { head, blank } = lines[i]!;
    if (!blank && kinds[i] === undefined && !isSignatureDelimiter(head) && !isClosingLine(head)) {
      if (++written > LONGEST_SIGNATURE || !fits(head)) return from;
    }
    from = i;
  }
  return from;
}

function hasWritten(lines: readonly Line[], kinds: Kinds, from: number, end: number): boolean {
  for (let i = from; i < end; i++) if (!lines[i]!.blank && kinds[i] === undefined && !isSignatureDelimiter(lines[i]!.head)) return true;
  return false;
}
