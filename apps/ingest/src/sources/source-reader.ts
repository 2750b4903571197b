import type { Interaction } from '#domain';
import type { LineStart } from './canonical/lines.js';
import type { Directory } from './directory.js';
import type { Mapping } from './mapping/mapping.js';
import type { SourceMetadata } from './metadata.js';
import type { Refused } from './refusal.js';

/** What a reader makes of a piece of a file. */
export type ReadItem = ReadInteraction | Refused;

export interface ReadInteraction {
  readonly kind: 'interaction';
  readonly interaction: Interaction;
  /**
   * True when nothing said when it took place: `startedAt` is then UNKNOWN_START. Good enough to check, refused
   * by an import (`missing_start`).
   */
  readonly startMissing?: boolean;
  /** Where in the file, for files that hold several. */
  readonly place?: string;
  /** Name of the format it was read as. */
  readonly format?: string;
  /** Offset after it, in files that can be read on from there. */
  readonly end?: number;
}

/** Stands where a source has no date and the caller gave none. */
export const UNKNOWN_START = '1970-01-01T00:00:00Z';

/** What is known about a file beside its bytes. */
export interface ReadContext {
  readonly fileName?: string;
  /** The sidecar `<file>.meta.json`. */
  readonly metadata?: SourceMetadata;
  /** Who the company's agents and customers are. */
  readonly directory?: Directory;
  /** `Interaction.source` where neither the file nor its sidecar names one. */
  readonly source?: string;
  /** How to read a JSON that no reader knows. */
  readonly mapping?: Mapping;
  /** Where the stream begins, when its first lines were read before. */
  readonly start?: LineStart;
}

/** One format. Adding one: a folder with a reader and a README.md, and one line in index.ts. */
export interface SourceReader {
  /** Its name on command lines and in `?format=`. */
  readonly format: string;
  /** Its name for people, French. */
  readonly title: string;
  /** With the dot, lower case. */
  readonly extensions: readonly string[];
  readonly mediaTypes: readonly string[];
  /**
   * Whether the content looks like this format; the name is only a second sign.
   * @param head the first LIMITS.headBytes bytes, possibly cut in mid-character
   * @param mapping the mapping that was given for the file or lies nearest to it
   */
  detect(head: Buffer, fileName?: string, mapping?: Mapping): boolean;
  /** Never throws on any bytes: what cannot be read is an item `refused`. */
  read(bytes: Buffer, context: ReadContext): AsyncIterable<ReadItem> | Iterable<ReadItem>;
  /** Whether a file of this format is to be read by `readStream`, whatever its size. */
  streams?(fileName?: string): boolean;
  /** For formats of many interactions: reads without holding the file in memory. */
  readStream?(chunks: AsyncIterable<Buffer>, context: ReadContext): AsyncIterable<ReadItem>;
}
