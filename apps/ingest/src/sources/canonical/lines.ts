import { LIMITS } from '../limits.js';

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without its line end; null for a line longer than LIMITS.lineBytes, which is not held in memory. */
  readonly bytes: Buffer | null;
}

const NEWLINE = 0x0a;

/** Splits a stream into lines, holding one line at a time. */
export async function* linesOf(chunks: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Line> {
  let number = 1;
  let parts: Buffer[] = [];
  let length = 0;
  const take = (part: Buffer): void => {
    length += part.length;
    if (length <= LIMITS.lineBytes) parts.push(part);
    else parts = [];
  };
  const line = (): Line => ({ number: number++, bytes: length <= LIMITS.lineBytes ? Buffer.concat(parts) : null });
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, end));
      yield line();
      parts = [];
      length = 0;
      from = end + 1;
    }
    if (from < chunk.length) take(chunk.subarray(from));
  }
  if (length > 0) yield line();
}
