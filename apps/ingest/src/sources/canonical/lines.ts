import { LIMITS } from '../limits.js';

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without its line end; null for a line longer than LIMITS.lineBytes, which is not held in memory. */
  readonly bytes: Buffer | null;
  /** Offset of the byte after its line end. */
  readonly end: number;
}

/** Where reading begins: the number of a line, or of a mail in a mailbox, and the offset of its first byte. */
export interface LineStart {
  readonly number: number;
  readonly offset: number;
}

const NEWLINE = 0x0a;

/** Splits a stream into lines, holding one line at a time. The stream begins at `start`. */
export async function* linesOf(chunks: AsyncIterable<Buffer> | Iterable<Buffer>, start: LineStart = { number: 1, offset: 0 }): AsyncGenerator<Line> {
  let { number, offset } = start;
  let parts: Buffer[] = [];
  let length = 0;
  const take = (part: Buffer): void => {
    length += part.length;
    if (length <= LIMITS.lineBytes) parts.push(part);
    else parts = [];
  };
  const line = (lineEnd: number): Line => {
    offset += length + lineEnd;
    return { number: number++, bytes: length <= LIMITS.lineBytes ? Buffer.concat(parts) : null, end: offset };
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, end));
      yield line(1);
      parts = [];
      length = 0;
      from = end + 1;
    }
    if (from < chunk.length) take(chunk.subarray(from));
  }
  if (length > 0) yield line(0);
}
