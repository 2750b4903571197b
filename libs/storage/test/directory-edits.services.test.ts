import { personVersion } from '#domain';
import { beforeEach, describe, expect, it } from 'vitest';
import { BY as by, LEA, useDirectory } from './directory-fixture.js';

const directory = useDirectory();

describe('edits', () => {
  it('are journalled with who made them, once', async () => {
    expect(await directory.put(LEA)).toMatchObject({ kind: 'done', changes: { agents: { added: 1, attached: 2 }, teams: { added: 1 } } });
    expect(await directory.put(LEA)).toMatchObject({ kind: 'done', changes: { agents: { added: 0, unchanged: 1, attached: 0 }, teams: { unchanged: 1 } } });
    await directory.put({ agents: [{ ref: 'a-03', name: 'Léa Martin' }] });
    await directory.merge('a-03', ['poste-204']);
    await directory.split('a-03', ['poste-204']);
    await directory.split('a-03', ['poste-204']);
    expect(await directory.journalled()).toEqual([
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
    await directory.put({ customers: [{ ref: 'c-7', name: 'Jeanne Exemple' }] });
    expect(await directory.journalled()).toEqual([{ type: 'customer.described', payload: { ref: 'c-7', by } }]);
  });

  it('on a dry run tell what they would do, and do nothing', async () => {
    expect(await directory.put(LEA, { dryRun: true })).toMatchObject({ kind: 'done', changes: { agents: { added: 1, attached: 2 } } });
    expect([await directory.people(), await directory.journalled()]).toEqual([[], []]);
  });

  it('take no identity from somebody else, and then change nothing at all', async () => {
    await directory.put(LEA);
    const before = await directory.journalled();
    const stolen = await directory.put({ agents: [{ ref: 'a-07', name: 'Marc' }, { ref: 'a-08', identities: ['poste-1', 'chatwoot:17'] }] });
    expect(stolen).toEqual({ kind: 'conflict', conflicts: [{ path: ['agents', 1, 'identities', 1], ref: 'chatwoot:17', personRef: 'a-03' }] });
    expect(await directory.merge('a-03', ['x'])).toMatchObject({ kind: 'done' });
    await directory.put({ agents: [{ ref: 'a-07' }] });
    expect(await directory.merge('a-07', ['y', 'x'])).toEqual({ kind: 'conflict', conflicts: [{ path: ['identities', 1], ref: 'x', personRef: 'a-03' }] });
    expect(await directory.split('a-07', ['x'])).toMatchObject({ kind: 'conflict' });
    expect(await directory.split('a-03', ['a-03'])).toMatchObject({ kind: 'conflict' });
    expect((await directory.journalled()).length).toBe(before.length + 2);
  });

  it('of what somebody else has changed meanwhile are refused', async () => {
    await directory.put(LEA);
    const read = (await directory.storage.directory.readPerson(directory.organisationId, 'agent', 'chatwoot:17'))!;
    const version = personVersion(read);
    expect(await directory.merge('a-03', ['poste-204'], { version })).toMatchObject({ kind: 'done', person: { ref: 'a-03' } });
    expect(await directory.merge('a-03', ['poste-205'], { version })).toMatchObject({ kind: 'stale', person: { identities: { length: 4 } } });
    expect(await directory.merge('nobody', ['poste-205'])).toEqual({ kind: 'missing' });
  });

  it('at the same time take turns', async () => {
    await directory.put({ agents: [{ ref: 'a-1' }, { ref: 'a-2' }] });
    const both = await Promise.all(['a-1', 'a-2', 'a-1', 'a-2'].map((ref) => directory.merge(ref, ['x'])));
    expect(both.map(({ kind }) => kind).sort()).toEqual(['conflict', 'conflict', 'done', 'done']);
  });
});

describe('lists', () => {
  beforeEach(async () => {
    await directory.keep(directory.one('1', { agent: 'a-03', team: 'e-1' }), directory.one('2', { agent: 'zoé@example.org', team: 'e-2', customer: 'c-2' }));
    await directory.put(LEA);
    await directory.put({ agents: [{ ref: 'a-05', name: 'Élodie Marchand', team: { ref: 'e-2', name: 'Équipe deux' } }] });
  });

  it('have each person once, those nobody has attached apart', async () => {
    expect(await directory.people()).toEqual([['a-03', ['a-03', 'chatwoot:17', 'lea@example.org']], ['a-05', ['a-05']], ['zoé@example.org', ['zoé@example.org']]]);
    expect(await directory.people({ attached: false })).toEqual([['zoé@example.org', ['zoé@example.org']]]);
    expect(await directory.people({}, 'customer')).toEqual([['c-1', ['c-1']], ['c-2', ['c-2']]]);
    const { items } = await directory.storage.directory.listPeople(directory.organisationId, 'agent', { search: 'zoe' }, { limit: 5 });
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
    expect(await directory.people({ search: 'ELODIE' })).toEqual([['a-05', ['a-05']]]);
    expect((await directory.people({ search: 'Chatwoot:1' })).map(([ref]) => ref)).toEqual(['a-03']);
    expect(await directory.people({ search: '100%' })).toEqual([]);
    expect((await directory.people({ team: 'e-2' })).map(([ref]) => ref)).toEqual(['a-05', 'zoé@example.org']);
    expect((await directory.storage.directory.listTeams(directory.organisationId, undefined, { limit: 10 })).items).toEqual([
      { ref: 'e-1', name: 'Équipe une', agents: 0 },
      { ref: 'e-2', name: 'Équipe deux', agents: 2 },
      { ref: 't-1', name: 'Lavande', agents: 1 },
    ]);
  });

  it('go by pages', async () => {
    const refs: string[] = [];
    for (let cursor: string | undefined, more = true; more; ) {
      const page = await directory.storage.directory.listPeople(directory.organisationId, 'agent', {}, { limit: 1, ...(cursor !== undefined && { cursor }) });
      refs.push(...page.items.map(({ ref }) => ref));
      [cursor, more] = [page.next ?? undefined, page.next !== null];
    }
    expect(refs).toEqual(['a-03', 'a-05', 'zoé@example.org']);
    await expect(directory.storage.directory.listPeople(directory.organisationId, 'agent', {}, { limit: 1, cursor: 'x' })).rejects.toThrow('cursor');
  });
});
