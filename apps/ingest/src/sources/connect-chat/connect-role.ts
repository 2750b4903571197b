import type { SpeakerRole } from '#domain';

/** Roles of participants in Amazon Connect and Contact Lens; a supervisor who speaks does it for the company. */
const ROLES: ReadonlyMap<string, SpeakerRole> = new Map<string, SpeakerRole>([
  ['AGENT', 'agent'],
  ['SUPERVISOR', 'agent'],
  ['CUSTOMER', 'customer'],
  ['CUSTOM_BOT', 'bot'],
  ['SYSTEM', 'system'],
]);

export const connectRole = (role: string | null | undefined): SpeakerRole => ROLES.get((role ?? '').toUpperCase()) ?? 'unknown';
