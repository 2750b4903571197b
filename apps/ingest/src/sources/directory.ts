import { z } from 'zod';
import type { TeamRef } from '#domain';
import { callSettingsSchema, type CallSettings } from './call-settings.js';
import { checkJson, parseJsonBytes } from './json-text.js';
import { ok, type Read } from './refusal.js';
import { teamSchema } from './speaker.schema.js';

const name = z.string().min(1).max(200);
const addresses = z.array(name).default([]);

const directorySchema = z.strictObject({
  agentDomains: z.array(name).default([]),
  agents: z.array(z.strictObject({ ref: name, name: name.optional(), team: teamSchema.optional(), addresses })).default([]),
  customers: z.array(z.strictObject({ ref: name, name: name.optional(), addresses })).default([]),
  /** By `source` of the interactions, or by format; `*`: all others. */
  calls: z.record(z.string(), callSettingsSchema).optional(),
});
type DirectoryFile = z.infer<typeof directorySchema>;

/** Somebody the company told us about. */
export interface KnownPerson {
  readonly role: 'agent' | 'customer';
  readonly ref: string;
  readonly name?: string;
  readonly team?: TeamRef;
}

/** Who the company's agents and customers are (`directory.json`). Addresses and names are compared without case. */
export class Directory {
  private readonly byAddress = new Map<string, KnownPerson>();
  private readonly byRef = new Map<string, KnownPerson>();
  /** null: two people share the name, so that it tells nobody. */
  private readonly byName = new Map<string, KnownPerson | null>();
  private readonly declaredDomains: ReadonlySet<string>;
  private readonly agentsDomains = new Set<string>();

  constructor(private readonly file: DirectoryFile) {
    this.declaredDomains = new Set(file.agentDomains.map((domain) => domain.toLowerCase().replace(/^@/, '')));
    for (const { addresses: known, ...agent } of file.agents) {
      this.add({ role: 'agent', ...agent }, known);
      for (const address of known) this.agentsDomains.add(domainOf(address));
    }
    for (const { addresses: known, ...customer } of file.customers) this.add({ role: 'customer', ...customer }, known);
    // A domain where customers live too (a public provider) tells nothing.
    for (const customer of file.customers) for (const address of customer.addresses) this.agentsDomains.delete(domainOf(address));
  }

  /** The same people, and more domains that are the agents'. */
  withAgentDomains(domains: readonly string[]): Directory {
    return new Directory({ ...this.file, agentDomains: [...this.file.agentDomains, ...domains] });
  }

  byAddressOf(address: string): KnownPerson | undefined {
    return this.byAddress.get(address.trim().toLowerCase());
  }

  byRefOf(role: KnownPerson['role'], ref: string): KnownPerson | undefined {
    return this.byRef.get(`${role}:${ref}`);
  }

  /** By full name or ref, when only one person bears it. */
  byNameOf(text: string): KnownPerson | undefined {
    return this.byName.get(text.trim().toLowerCase()) ?? undefined;
  }

  /** What the company said of the calls of a source: of the first of the names that it knows, else of all (`*`). */
  callSettings(...names: readonly (string | undefined)[]): CallSettings | undefined {
    const known = [...names, '*'].find((source) => source !== undefined && Object.hasOwn(this.file.calls ?? {}, source));
    return known === undefined ? undefined : this.file.calls?.[known];
  }

  /** `declared`: the company said that the domain is its agents' · `seen`: an agent has an address in it. */
  domainOfAgents(address: string): 'declared' | 'seen' | undefined {
    const domain = domainOf(address);
    if (this.declaredDomains.has(domain)) return 'declared';
    return this.agentsDomains.has(domain) ? 'seen' : undefined;
  }

  private add(person: KnownPerson, known: readonly string[]): void {
    this.byRef.set(`${person.role}:${person.ref}`, person);
    for (const address of known) this.byAddress.set(address.trim().toLowerCase(), person);
    for (const text of new Set([person.ref, person.name ?? person.ref])) {
      const key = text.trim().toLowerCase();
      this.byName.set(key, this.byName.has(key) ? null : person);
    }
  }
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).trim().toLowerCase();

export function readDirectory(bytes: Buffer): Read<Directory> {
  const json = parseJsonBytes(bytes);
  if (json.kind === 'refused') return { ...json, reason: 'invalid_directory', detail: `Annuaire : ${json.detail}` };
  const file = checkJson(directorySchema, json.value, 'invalid_directory', 'Annuaire');
  return file.kind === 'ok' ? ok(new Directory(file.value)) : file;
}
