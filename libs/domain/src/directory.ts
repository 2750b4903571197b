import { createHash } from 'node:crypto';
import type { Named } from './read-models.js';

/** Whom an interaction names by a ref that may be one of several of the same person. */
export const PERSON_KINDS = ['agent', 'customer'] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];

/** A person as the company lists it. What is left out stays as it is: nothing is ever taken away by a file that says less. */
export interface DirectoryEntry {
  /** The person's own ref. */
  readonly ref: string;
  readonly name?: string;
  /** Refs under which sources name the same person: mail addresses, `chatwoot:17`, an extension. */
  readonly identities?: readonly string[];
}

export interface AgentEntry extends DirectoryEntry {
  readonly team?: TeamEntry;
}

export interface TeamEntry {
  readonly ref: string;
  readonly name?: string;
}

export interface Directory {
  readonly agents?: readonly AgentEntry[];
  readonly teams?: readonly TeamEntry[];
  readonly customers?: readonly DirectoryEntry[];
}

/** What writing a directory changed; writing it again changes nothing. */
export interface DirectoryChanges {
  readonly agents: EntryChanges;
  readonly teams: EntryChanges;
  readonly customers: EntryChanges;
}

export interface EntryChanges {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Identities newly attached to somebody. */
  readonly attached: number;
}

/** A person with every ref that is known to be his or hers. */
export interface PersonCard {
  readonly ref: string;
  readonly name: string | null;
  /** Null for customers too. */
  readonly team: Named | null;
  /** Whether the directory knows the person; false: seen in interactions only, waiting to be attached. */
  readonly attached: boolean;
  readonly identities: readonly PersonIdentity[];
}

/** One ref of a person. */
export interface PersonIdentity {
  readonly ref: string;
  /** The name that interactions bring with it. */
  readonly name: string | null;
  /** The ref it was attached to; null for the person's own. */
  readonly attachedTo: string | null;
  /** Start of the latest interaction that names it, ISO 8601; null when none has come yet. */
  readonly lastSeenAt: string | null;
}

export interface TeamCard extends Named {
  /** Persons whose present team it is. */
  readonly agents: number;
}

export interface PersonFilter {
  /** In ref or name, of the person or of any identity; case and accents do not matter. */
  readonly search?: string;
  readonly attached?: boolean;
  /** Agents only. */
  readonly team?: string;
}

/** The version of a person: another name, team or set of identities is another version; the same again is the same. */
export function personVersion({ ref, name, team, identities }: PersonCard): string {
  const said = [ref, name, team?.ref ?? null, ...identities.map((identity) => [identity.ref, identity.attachedTo])];
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 22);
}
