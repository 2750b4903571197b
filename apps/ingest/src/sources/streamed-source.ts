import { canonicalReader, isLineFile } from './canonical/canonical.reader.js';
import { chooseSource } from './choose-source.js';
import { LIMITS } from './limits.js';
import type { Mapping } from './mapping/mapping.js';
import type { SourceReader } from './source-reader.js';

/** A reader of files of any size. */
export type StreamingReader = SourceReader & Required<Pick<SourceReader, 'readStream'>>;

/**
 * The reader that takes this file while it arrives, or undefined when it has to be held whole.
 * @param head its first LIMITS.headBytes bytes
 * @param mapping the one that was given for the file or lies nearest to it
 */
export function streamedSource(head: Buffer, fileName?: string, format?: string, mapping?: Mapping): StreamingReader | undefined {
  const source = chooseSource(head, fileName, format, mapping);
  const isOther = source.kind === 'ok' && source.value !== canonicalReader;
  // A file of lines is told by its name: a first line that is broken must not hide the others.
  if (isLineFile(fileName) && !isOther && (format ?? canonicalReader.format) === canonicalReader.format) return streaming(canonicalReader);
  return source.kind === 'ok' && source.value.streams?.(fileName) === true ? streaming(source.value) : undefined;
}

function streaming(source: SourceReader): StreamingReader {
  if (!canStream(source)) throw new Error(`the reader « ${source.format} » says that it streams and has no readStream`);
  return source;
}

function canStream(source: SourceReader): source is StreamingReader {
  return source.readStream !== undefined;
}

/** The first LIMITS.headBytes bytes of a stream, and the whole of it: nothing is lost by looking. */
export async function peek(chunks: AsyncIterable<Buffer>): Promise<{ readonly head: Buffer; readonly all: AsyncIterable<Buffer> }> {
  const rest = chunks[Symbol.asyncIterator]();
  const seen: Buffer[] = [];
  let length = 0;
  while (length < LIMITS.headBytes) {
    const next = await rest.next();
    if (next.done === true) break;
    seen.push(next.value);
    length += next.value.length;
  }
  return { head: Buffer.concat(seen).subarray(0, LIMITS.headBytes), all: replay(seen, rest) };
}

async function* replay(seen: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* seen;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
