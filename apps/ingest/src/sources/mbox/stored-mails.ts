import type { LineStart } from '../canonical/lines.js';
import { LIMITS } from '../limits.js';
import { isFromLine, MAX_FROM_LINE } from './from-line.js';

/** A mail as it lies in a mailbox file. */
export interface StoredMail {
  /** From 1. */
  readonly number: number;
  /** With the separator before it; null for one longer than LIMITS.fileBytes, which is not held in memory. */
  readonly bytes: Buffer | null;
  /** Offset of the next one's first byte; absent for the last, which may still be growing. */
  readonly end?: number;
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SEPARATOR = Buffer.from('\nFrom ');

/**
 * Splits a mailbox into mails, holding one at a time. The stream begins at `start`, which is the first byte of a mail.
 * Time grows with the length of the stream: each byte is looked at once or twice.
 */
export async function* storedMails(chunks: AsyncIterable<Buffer> | Iterable<Buffer>, start: LineStart = { number: 1, offset: 0 }): AsyncGenerator<StoredMail> {
  let mail = new Gathered(start.number);
  // A newline that is not there lets the first line be found as every other is.
  let window: Buffer = Buffer.from('\n');
  let offset = start.offset - 1;
  const advance = (length: number): void => {
    mail.take(window.subarray(0, length));
    window = window.subarray(length);
    offset += length;
  };
  for await (const chunk of chunks) {
    window = Buffer.concat([window, chunk]);
    for (let found = nextSeparator(window); found.at >= 0 && found.decided; found = nextSeparator(window)) {
      advance(found.at);
      if (!mail.isBlank) yield mail.stored(offset);
      mail = new Gathered(mail.isBlank ? mail.number : mail.number + 1);
      // Past its first letter it is not found again.
      advance(1);
    }
    const undecided = nextSeparator(window).at;
    advance(Math.max(0, (undecided < 0 ? window.length : undecided) - KEPT));
  }
  advance(window.length);
  if (!mail.isBlank) yield mail.stored();
}

/** Enough of the end of what was seen to know a separator that is cut in two, and an empty line before it. */
const KEPT = SEPARATOR.length + 2;

/** The first separator's offset, -1 for none; undecided when its line is cut off by the end of the window. */
function nextSeparator(window: Buffer): { readonly at: number; readonly decided: boolean } {
  for (let newline = window.indexOf(SEPARATOR); newline >= 0; newline = window.indexOf(SEPARATOR, newline + 1)) {
    const at = newline + 1;
    const end = window.indexOf(NEWLINE, at);
    if (end < 0 && window.length - at <= MAX_FROM_LINE) return { at, decided: false };
    const line = window.toString('latin1', at, Math.min(end < 0 ? window.length : end, at + MAX_FROM_LINE + 1)).replace(/\r$/, '');
    if (isFromLine(line, isBlankBefore(window, newline))) return { at, decided: true };
  }
  return { at: -1, decided: true };
}

function isBlankBefore(window: Buffer, newline: number): boolean {
  const before = window[newline - 1] === RETURN ? newline - 2 : newline - 1;
  return before < 0 || window[before] === NEWLINE;
}

class Gathered {
  private parts: Buffer[] = [];
  private length = 0;
  isBlank = true;

  constructor(readonly number: number) {}

  take(part: Buffer): void {
    if (part.length === 0) return;
    this.isBlank = this.isBlank && !/\S/.test(part.toString('latin1'));
    this.length += part.length;
    if (this.length <= LIMITS.fileBytes + MAX_FROM_LINE) this.parts.push(part);
    else this.parts = [];
  }

  stored(end?: number): StoredMail {
    const bytes = this.parts.length === 0 ? null : Buffer.concat(this.parts);
    return { number: this.number, bytes, ...(end !== undefined && { end }) };
  }
}
