import type { Directory } from './sources/directory.js';

export interface IngestSettings {
  /** Whose interactions come in. */
  readonly organisationId: string;
  /** Who the organisation's agents and customers are; uploads are read with it. */
  readonly directory?: Directory;
}

export const INGEST_SETTINGS = Symbol('IngestSettings');
