export interface ApiSettings {
  /** Whose data this API shows. */
  readonly organisationId: string;
  /** Folder of the built console; absent: no page is served. */
  readonly consoleDir?: string;
}

export const API_SETTINGS = Symbol('ApiSettings');
