import { STRICT_SETTINGS, type Directory, type JournalEntry, personVersion, type PersonKind } from '#domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { analysed, batchOf, joinedBy, ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { openTestStorage, type TestStorage } from './storage-fixture.js';

let storage: TestStorage;
/** Each test has an organisation of its own. */
let org: string;
let count = 0;

beforeAll(async () => {
  storage = await openTestStorage();
});
afterAll(() => storage.close());
beforeEach(async () => {
  org = await newOrganisation();
});

async function newOrganisation(): Promise<string> {
  const { settings, ...rest } = (await storage.organisations.readOrganisation(ORGANISATION))!;
  const id = `annuaire-${count++}`;
  await storage.organisations.ensureOrganisation({ ...rest, settings, id, reason: 'test' });
  return id;
}

const by = 'claire';
const edits = () => storage.directoryEdits;
const put = (directory: Directory, options = {}) => edits().put(directory, { organisationId: org, by }, options);
const merge = (ref: string, refs: string[], more = {}) => edits().merge('agent', ref, refs, { organisationId: org, by, ...more });
const split = (ref: string, refs: string[]) => edits().split('agent', ref, refs, { organisationId: org, by });
const keep = async (...items: ReturnType<typeof analysed>[]) => {
  await storage.store.record(batchOf(items));
  await storage.projector.settle();
};
const one = (externalId: string, more: object = {}) => analysed({ externalId, organisationId: org, ...more });
const people = async (filter = {}, kind: PersonKind = 'agent') =>
  (await storage.directory.listPeople(org, kind, filter, { limit: 200 })).items.map(({ ref, identities }) => [ref, identities.map((identity) => identity.ref)]);
const agentFigures = async (filter = {}) =>
  (await storage.reports.reportAgents(org, filter)).rows.map(({ agent, interactions, withViolation, violations, merits }) => [agent.ref, agent.name, interactions, withViolation.numerator, violations, merits]);
const journalled = async (): Promise<Pick<JournalEntry, 'type' | 'payload'>[]> =>
  storage.dataSource.query(`SELECT type, payload FROM journal WHERE organisation_id = $1 AND (type LIKE 'identity.%' OR type LIKE '%.described') ORDER BY position`, [org]);

const LEA: Directory = { agents: [{ ref: 'a-03', name: 'Léa Roussel', team: { ref: 't-1', name: 'Lavande' }, identities: ['lea@example.org', 'chatwoot:17'] }] };

describe('one person on several channels', () => {
  beforeEach(async () => {
    await keep(
      one('m', { channel: 'email', agent: 'lea@example.org', found: ['refus'], startedAt: '2026-03-10T10:00:00.000Z' }),
      one('c', { channel: 'chat', agent: 'chatwoot:17', found: ['+accueil'], startedAt: '2026-03-11T10:00:00.000Z' }),
      joinedBy(one('both', { channel: 'phone', agent: 'lea@example.org', found: ['refus'], startedAt: '2026-03-12T10:00:00.000Z' }), 'chatwoot:17', 'tutoiement'),
      one('other', { agent: 'a-9' }),
    );
  });

  it('is several until somebody says so, and one from then on, for what is kept already', async () => {
    expect(await agentFigures()).toEqual([
      ['a-9', 'Agent a-9', 1, 0, 0, 0],
      ['chatwoot:17', 'Agent chatwoot:17', 2, 1, 1, 1],
      ['lea@example.org', 'Agent lea@example.org', 2, 2, 2, 0],
    ]);
    await put(LEA);
    // The call in which she spoke under both refs is one interaction, with a violation.
    expect(await agentFigures()).toEqual([
      ['a-03', 'Léa Roussel', 3, 2, 3, 1],
      ['a-9', 'Agent a-9', 1, 0, 0, 0],
    ]);
  });

  it('is found under any of her refs, and named as the directory names her', async () => {
    await put(LEA);
    for (const agent of ['a-03', 'chatwoot:17', 'lea@example.org']) {
      expect(await agentFigures({ agent })).toEqual([['a-03', 'Léa Roussel', 3, 2, 3, 1]]);
      const { items } = await storage.interactions.listInteractions(org, { agent }, { limit: 10 });
      expect(items.map(({ externalId, agents }) => [externalId, agents])).toEqual(['both', 'c', 'm'].map((id) => [id, [{ ref: 'a-03', name: 'Léa Roussel' }]]));
      const found = await storage.findings.listFindings(org, { agent }, { limit: 10 });
      expect(found.items.map((finding) => [finding.agent, finding.team])).toEqual(found.items.map(() => [{ ref: 'a-03', name: 'Léa Roussel' }, { ref: 't-1', name: 'Lavande' }]));
      expect(found.items).toHaveLength(4);
    }
    expect(await agentFigures({ team: 't-1' })).toEqual([['a-03', 'Léa Roussel', 3, 2, 3, 1]]);
    expect((await storage.reports.reportChannels(org, { agent: 'chatwoot:17' })).rows.map(({ channel, figures }) => [channel, figures?.interactions])).toEqual([['chat', 1], ['email', 1], ['phone', 1]]);
  });

  it('speaks under her name on the page of an interaction, page by page', async () => {
    await put(LEA);
    const first = await storage.interactions.listInteractions(org, { agent: 'a-03' }, { limit: 2 });
    const rest = await storage.interactions.listInteractions(org, { agent: 'a-03' }, { limit: 2, cursor: first.next! });
    expect([...first.items, ...rest.items].map(({ externalId }) => externalId)).toEqual(['both', 'c', 'm']);
    const detail = await storage.interactions.readInteraction(org, first.items[0]!.id);
    expect(detail!.turns.map(({ speaker }) => [speaker.ref, speaker.name])).toEqual([['c-1', 'Client imaginé'], ['a-03', 'Léa Roussel'], ['a-03', 'Léa Roussel']]);
  });

  it('is several again once split, to the very figures there were', async () => {
    const before = await agentFigures();
    await merge('lea@example.org', ['chatwoot:17']);
    expect(await agentFigures()).toContainEqual(['lea@example.org', 'Agent lea@example.org', 3, 2, 3, 1]);
    expect(await people({ attached: false })).toEqual([['a-9', ['a-9']]]);
    await split('lea@example.org', ['chatwoot:17']);
    expect(await agentFigures()).toEqual(before);
    expect(await people({ attached: false })).toEqual([['a-9', ['a-9']], ['chatwoot:17', ['chatwoot:17']], ['lea@example.org', ['lea@example.org']]]);
  });

  it('hides nobody in a group of five: who has two refs is one of them', async () => {
    await keep(...['a-4', 'a-5', 'a-6'].map((agent) => one(`chat-${agent}`, { agent })), one('mail', { channel: 'chat', agent: 'lea@example.org' }));
    await storage.organisations.changeSettings(org, { ...STRICT_SETTINGS, groupMinAgents: 5, groupMinInteractions: 1 }, 'test');
    const chat = async () => (await storage.reports.reportChannels(org, {})).rows.find(({ channel }) => channel === 'chat')!.suppressed;
    expect(await chat()).toBe(null);
    await merge('lea@example.org', ['chatwoot:17']);
    expect(await chat()).toBe(null);
    await merge('a-4', ['a-5']);
    expect(await chat()).toBe('group-too-small');
  });
});

it('comes to the same whatever the order of arrivals, listings and merges', async () => {
  const steps: (() => Promise<unknown>)[] = [
    () => storage.store.record(batchOf([one('m', { channel: 'email', agent: 'lea@example.org', found: ['refus'] }), one('c', { agent: 'chatwoot:17', customer: 'c@example.net', startedAt: '2026-03-09T10:00:00.000Z' })])),
    () => storage.store.record(batchOf([joinedBy(one('both', { agent: 'poste-204', startedAt: '2026-03-12T10:00:00.000Z' }), 'chatwoot:17', 'refus')])),
    () => put(LEA),
    () => put({ agents: [{ ref: 'chatwoot:17', identities: ['poste-204'] }] }),
    () => put({ customers: [{ ref: 'client-1', name: 'Jeanne', identities: ['c@example.net', 'c-1'] }] }),
  ];
  const orders = permutations(steps.map((_, i) => i));
  const states: unknown[] = [];
  const organisations: string[] = [];
  for (const order of orders) {
    org = await newOrganisation();
    organisations.push(org);
    for (const step of order) await steps[step]!();
  }
  await storage.projector.settle();
  for (org of organisations) {
    const { items } = await storage.interactions.listInteractions(org, { customer: 'c-1' }, { limit: 10 });
    states.push([await agentFigures(), await people(), await people({}, 'customer'), items.map(({ externalId, agents, customer }) => [externalId, agents, customer])]);
  }
  expect(states[0]).toEqual([
    [['a-03', 'Léa Roussel', 3, 2, 2, 0]],
    [['a-03', ['a-03', 'chatwoot:17', 'lea@example.org', 'poste-204']]],
    [['client-1', ['client-1', 'c-1', 'c@example.net']]],
    ['both', 'm', 'c'].map((id) => [id, [{ ref: 'a-03', name: 'Léa Roussel' }], { ref: 'client-1', name: 'Jeanne' }]),
  ]);
  for (const state of states) expect(state).toEqual(states[0]);
  await storage.projector.rebuild();
  org = organisations[77]!;
  expect(await agentFigures()).toEqual([['a-03', 'Léa Roussel', 3, 2, 2, 0]]);
}, 120_000);

describe('edits', () => {
  it('are journalled with who made them, once', async () => {
    expect(await put(LEA)).toMatchObject({ kind: 'done', changes: { agents: { added: 1, attached: 2 }, teams: { added: 1 } } });
    expect(await put(LEA)).toMatchObject({ kind: 'done', changes: { agents: { added: 0, unchanged: 1, attached: 0 }, teams: { unchanged: 1 } } });
    await put({ agents: [{ ref: 'a-03', name: 'Léa Martin' }] });
    await merge('a-03', ['poste-204']);
    await split('a-03', ['poste-204']);
    await split('a-03', ['poste-204']);
    expect(await journalled()).toEqual([
      { type: 'team.described', payload: { ref: 't-1', from: null, to: { name: 'Lavande' }, by } },
      { type: 'agent.described', payload: { ref: 'a-03', from: null, to: { name: 'Léa Roussel', teamRef: 't-1' }, by } },
      { type: 'identity.attached', payload: { kind: 'agent', ref: 'lea@example.org', to: 'a-03', by } },
      { type: 'identity.attached', payload: { kind: 'agent', ref: 'chatwoot:17', to: 'a-03', by } },
      { type: 'agent.described', payload: { ref: 'a-03', from: { name: 'Léa Roussel', teamRef: 't-1' }, to: { name: 'Léa Martin', teamRef: 't-1' }, by } },
      { type: 'identity.attached', payload: { kind: 'agent', ref: 'poste-204', to: 'a-03', by } },
      { type: 'identity.detached', payload: { kind: 'agent', ref: 'poste-204', from: 'a-03', by } },
    ]);
  });

  it('put no customer’s name into the journal', async () => {
    await put({ customers: [{ ref: 'c-7', name: 'Jeanne Exemple' }] });
    expect(await journalled()).toEqual([{ type: 'customer.described', payload: { ref: 'c-7', by } }]);
  });

  it('on a dry run tell what they would do, and do nothing', async () => {
    expect(await put(LEA, { dryRun: true })).toMatchObject({ kind: 'done', changes: { agents: { added: 1, attached: 2 } } });
    expect([await people(), await journalled()]).toEqual([[], []]);
  });

  it('take no identity from somebody else, and then change nothing at all', async () => {
    await put(LEA);
    const before = await journalled();
    const stolen = await put({ agents: [{ ref: 'a-07', name: 'Marc' }, { ref: 'a-08', identities: ['poste-1', 'chatwoot:17'] }] });
    expect(stolen).toEqual({ kind: 'conflict', conflicts: [{ path: ['agents', 1, 'identities', 1], ref: 'chatwoot:17', personRef: 'a-03' }] });
    expect(await merge('a-03', ['x'])).toMatchObject({ kind: 'done' });
    await put({ agents: [{ ref: 'a-07' }] });
    expect(await merge('a-07', ['y', 'x'])).toEqual({ kind: 'conflict', conflicts: [{ path: ['identities', 1], ref: 'x', personRef: 'a-03' }] });
    expect(await split('a-07', ['x'])).toMatchObject({ kind: 'conflict' });
    expect(await split('a-03', ['a-03'])).toMatchObject({ kind: 'conflict' });
    expect((await journalled()).length).toBe(before.length + 2);
  });

  it('of what somebody else has changed meanwhile are refused', async () => {
    await put(LEA);
    const read = (await storage.directory.readPerson(org, 'agent', 'chatwoot:17'))!;
    const version = personVersion(read);
    expect(await merge('a-03', ['poste-204'], { version })).toMatchObject({ kind: 'done', person: { ref: 'a-03' } });
    expect(await merge('a-03', ['poste-205'], { version })).toMatchObject({ kind: 'stale', person: { identities: { length: 4 } } });
    expect(await merge('nobody', ['poste-205'])).toEqual({ kind: 'missing' });
  });

  it('at the same time take turns', async () => {
    await put({ agents: [{ ref: 'a-1' }, { ref: 'a-2' }] });
    const both = await Promise.all(['a-1', 'a-2', 'a-1', 'a-2'].map((ref) => merge(ref, ['x'])));
    expect(both.map(({ kind }) => kind).sort()).toEqual(['conflict', 'conflict', 'done', 'done']);
  });
});

describe('lists', () => {
  beforeEach(async () => {
    await keep(one('1', { agent: 'a-03', team: 'e-1' }), one('2', { agent: 'zoé@example.org', team: 'e-2', customer: 'c-2' }));
    await put(LEA);
    await put({ agents: [{ ref: 'a-05', name: 'Élodie Marchand', team: { ref: 'e-2', name: 'Équipe deux' } }] });
  });

  it('have each person once, those nobody has attached apart', async () => {
    expect(await people()).toEqual([['a-03', ['a-03', 'chatwoot:17', 'lea@example.org']], ['a-05', ['a-05']], ['zoé@example.org', ['zoé@example.org']]]);
    expect(await people({ attached: false })).toEqual([['zoé@example.org', ['zoé@example.org']]]);
    expect(await people({}, 'customer')).toEqual([['c-1', ['c-1']], ['c-2', ['c-2']]]);
    const { items } = await storage.directory.listPeople(org, 'agent', { search: 'zoe' }, { limit: 5 });
    expect(items).toEqual([
      {
        ref: 'zoé@example.org',
        name: 'Agent zoé@example.org',
        team: { ref: 'e-2', name: 'Équipe deux' },
        attached: false,
        identities: [{ ref: 'zoé@example.org', name: 'Agent zoé@example.org', attachedTo: null, lastSeenAt: '2026-03-10T10:00:00.000Z' }],
      },
    ]);
  });

  it('are searched without case and accents, in every ref and name, and by team', async () => {
    expect(await people({ search: 'ELODIE' })).toEqual([['a-05', ['a-05']]]);
    expect((await people({ search: 'Chatwoot:1' })).map(([ref]) => ref)).toEqual(['a-03']);
    expect(await people({ search: '100%' })).toEqual([]);
    expect((await people({ team: 'e-2' })).map(([ref]) => ref)).toEqual(['a-05', 'zoé@example.org']);
    expect((await storage.directory.listTeams(org, undefined, { limit: 10 })).items).toEqual([
      { ref: 'e-1', name: 'Équipe une', agents: 0 },
      { ref: 'e-2', name: 'Équipe deux', agents: 2 },
      { ref: 't-1', name: 'Lavande', agents: 1 },
    ]);
  });

  it('go by pages', async () => {
    const refs: string[] = [];
    for (let cursor: string | undefined, more = true; more; ) {
      const page = await storage.directory.listPeople(org, 'agent', {}, { limit: 1, ...(cursor !== undefined && { cursor }) });
      refs.push(...page.items.map(({ ref }) => ref));
      [cursor, more] = [page.next ?? undefined, page.next !== null];
    }
    expect(refs).toEqual(['a-03', 'a-05', 'zoé@example.org']);
    await expect(storage.directory.listPeople(org, 'agent', {}, { limit: 1, cursor: 'x' })).rejects.toThrow('cursor');
  });
});

function permutations<T>(items: readonly T[]): T[][] {
  return items.length < 2 ? [[...items]] : items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}
