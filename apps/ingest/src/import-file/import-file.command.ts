import { Command } from '@nestjs/cqrs';
import type { ReadItem } from '../sources/source-reader.js';
import type { ImportOptions } from './import-items.js';
import type { ImportSummary } from './import-summary.js';

export type ImportResult =
  | { readonly kind: 'imported'; readonly summary: ImportSummary }
  /** The stream took no more; what was taken before stays, and the same import may be sent again. */
  | { readonly kind: 'unavailable'; readonly cause: unknown };

/** Imports what was read from a file, while it is read. */
export class ImportFileCommand extends Command<ImportResult> {
  constructor(
    readonly items: AsyncIterable<ReadItem>,
    readonly watch: Pick<ImportOptions, 'onProgress' | 'onRefused'> = {},
  ) {
    super();
  }
}
