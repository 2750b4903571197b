import type { Directory, PersonKind } from '#domain';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { analysed, batchOf, ORGANISATION, type Wanted } from '../../../test/contracts/analysis-store.fixture.js';
import { openTestStorage, type TestStorage } from './storage-fixture.js';

export const BY = 'claire';
export const LEA: Directory = { agents: [{ ref: 'a-03', name: 'Léa Roussel', team: { ref: 't-1', name: 'Lavande' }, identities: ['lea@example.org', 'chatwoot:17'] }] };

/** Opens one database for a file of tests and gives each test an organisation of its own. */
export function useDirectory(): DirectoryFixture {
  const fixture = new DirectoryFixture();
  beforeAll(() => fixture.open());
  afterAll(() => fixture.storage?.close());
  beforeEach(() => fixture.enterNewOrganisation());
  return fixture;
}

export class DirectoryFixture {
  storage!: TestStorage;
  organisationId = '';
  private count = 0;

  async open(): Promise<void> {
    this.storage = await openTestStorage();
  }

  async enterNewOrganisation(): Promise<string> {
    const like = (await this.storage.organisations.readOrganisation(ORGANISATION))!;
    this.organisationId = `annuaire-${this.count++}`;
    await this.storage.organisations.ensureOrganisation({ ...like, id: this.organisationId, reason: 'test' });
    return this.organisationId;
  }

  one = (externalId: string, more: Omit<Wanted, 'externalId'> = {}) => analysed({ externalId, organisationId: this.organisationId, ...more });

  async keep(...items: ReturnType<typeof analysed>[]): Promise<void> {
    await this.storage.store.record(batchOf(items));
    await this.storage.projector.settle();
  }

  put = (directory: Directory, options = {}) => this.storage.directoryEdits.put(directory, { organisationId: this.organisationId, by: BY }, options);
  merge = (ref: string, refs: string[], more = {}) => this.storage.directoryEdits.merge('agent', ref, refs, { organisationId: this.organisationId, by: BY, ...more });
  split = (ref: string, refs: string[]) => this.storage.directoryEdits.split('agent', ref, refs, { organisationId: this.organisationId, by: BY });

  /** Each person with all refs. */
  async people(filter = {}, kind: PersonKind = 'agent'): Promise<[string, string[]][]> {
    const { items } = await this.storage.directory.listPeople(this.organisationId, kind, filter, { limit: 200 });
    return items.map(({ ref, identities }) => [ref, identities.map((identity) => identity.ref)]);
  }

  /** Each agent's ref, name, interactions, those with a violation, violations, merits. */
  async figures(filter = {}): Promise<unknown[][]> {
    const { rows } = await this.storage.reports.reportAgents(this.organisationId, filter);
    return rows.map(({ agent, interactions, withViolation, violations, merits }) => [agent.ref, agent.name, interactions, withViolation.numerator, violations, merits]);
  }

  /** What the journal has of the directory, in order. */
  journalled = (): Promise<{ type: string; payload: unknown }[]> =>
    this.storage.owner.query(`SELECT type, payload FROM journal WHERE organisation_id = $1 AND (type LIKE 'identity.%' OR type LIKE '%.described') ORDER BY position`, [
      this.organisationId,
    ]);
}
