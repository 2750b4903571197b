export interface ApiSettings {
  /** Whose data this API shows. */
  readonly organisationId: string;
  /** Folder of the built console; absent: no page is served. */
  readonly consoleDir?: string;
  /** Address by which browsers reach the console, when it is not the one listened on: behind a proxy, over HTTPS. */
  readonly publicUrl?: string;
}

export const API_SETTINGS = Symbol('ApiSettings');
