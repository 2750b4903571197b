import type { Directory } from './sources/directory.js';

export interface IngestSettings {
  /** Whose interactions come in. */
  readonly organisationId: string;
  /** Who the organisation's agents and customers are; uploads are read with it. */
  readonly directory?: Directory;
  /** What signs Chatwoot's webhooks, several while one replaces another; without any they are refused. */
  readonly chatwootSecrets?: readonly string[];
}

export const INGEST_SETTINGS = Symbol('IngestSettings');
