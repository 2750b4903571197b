import type { ProviderSettings } from './sign-in-by-provider/provider-settings.js';

export interface WebhookReach {
  /** Also plain HTTP and addresses of private networks and of this machine. */
  readonly privateAddresses: boolean;
  /** Every address of a name; absent: as the system resolves it. */
  readonly resolve?: (name: string) => Promise<readonly string[]>;
}

export interface ApiSettings {
  /** Whose data this API shows. */
  readonly organisationId: string;
  /** Folder of the built console; absent: no page is served. */
  readonly consoleDir?: string;
  /** Address by which browsers reach the console, when it is not the one listened on: behind a proxy, over HTTPS. */
  readonly publicUrl?: string;
  /** Where webhooks may lead; absent: to public addresses, over HTTPS. */
  readonly webhooks?: WebhookReach;
  /** Where people sign in otherwise than by a password of ours; needs `publicUrl`. */
  readonly provider?: ProviderSettings;
}

export const API_SETTINGS = Symbol('ApiSettings');
