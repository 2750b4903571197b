import { STRICT_SETTINGS } from '#domain';
import { beforeEach, describe, expect, it } from 'vitest';
import { batchOf, joinedBy } from '../../../test/contracts/analysis-store.fixture.js';
import { LEA, useDirectory } from './directory-fixture.js';

const directory = useDirectory();

describe('one person on several channels', () => {
  beforeEach(async () => {
    await directory.keep(
      directory.one('m', { channel: 'email', agent: 'lea@example.org', found: ['refus'], startedAt: '2026-03-10T10:00:00.000Z' }),
      directory.one('c', { channel: 'chat', agent: 'chatwoot:17', found: ['+accueil'], startedAt: '2026-03-11T10:00:00.000Z' }),
      joinedBy(directory.one('both', { channel: 'phone', agent: 'lea@example.org', found: ['refus'], startedAt: '2026-03-12T10:00:00.000Z' }), 'chatwoot:17', 'tutoiement'),
      directory.one('other', { agent: 'a-9' }),
    );
  });

  it('is several until somebody says so, and one from then on, for what is kept already', async () => {
    expect(await directory.figures()).toEqual([
      ['a-9', 'Agent a-9', 1, 0, 0, 0],
      ['chatwoot:17', 'Agent chatwoot:17', 2, 1, 1, 1],
      ['lea@example.org', 'Agent lea@example.org', 2, 2, 2, 0],
    ]);
    await directory.put(LEA);
    // The call in which she spoke under both refs is one interaction, with a violation.
    expect(await directory.figures()).toEqual([
      ['a-03', 'Léa Roussel', 3, 2, 3, 1],
      ['a-9', 'Agent a-9', 1, 0, 0, 0],
    ]);
  });

  it('is found under any of her refs, and named as the directory names her', async () => {
    await directory.put(LEA);
    for (const agent of ['a-03', 'chatwoot:17', 'lea@example.org']) {
      expect(await directory.figures({ agent })).toEqual([['a-03', 'Léa Roussel', 3, 2, 3, 1]]);
      const { items } = await directory.storage.interactions.listInteractions(directory.organisationId, { agent }, { limit: 10 });
      expect(items.map(({ externalId, agents }) => [externalId, agents])).toEqual(['both', 'c', 'm'].map((id) => [id, [{ ref: 'a-03', name: 'Léa Roussel' }]]));
      const found = await directory.storage.findings.listFindings(directory.organisationId, { agent }, { limit: 10 });
      expect(found.items.map((finding) => [finding.agent, finding.team])).toEqual(found.items.map(() => [{ ref: 'a-03', name: 'Léa Roussel' }, { ref: 't-1', name: 'Lavande' }]));
      expect(found.items).toHaveLength(4);
    }
    expect(await directory.figures({ team: 't-1' })).toEqual([['a-03', 'Léa Roussel', 3, 2, 3, 1]]);
    expect((await directory.storage.reports.reportChannels(directory.organisationId, { agent: 'chatwoot:17' })).rows.map(({ channel, figures }) => [channel, figures?.interactions])).toEqual([['chat', 1], ['email', 1], ['phone', 1]]);
  });

  it('speaks under her name on the page of an interaction, page by page', async () => {
    await directory.put(LEA);
    const first = await directory.storage.interactions.listInteractions(directory.organisationId, { agent: 'a-03' }, { limit: 2 });
    const rest = await directory.storage.interactions.listInteractions(directory.organisationId, { agent: 'a-03' }, { limit: 2, cursor: first.next! });
    expect([...first.items, ...rest.items].map(({ externalId }) => externalId)).toEqual(['both', 'c', 'm']);
    const detail = await directory.storage.interactions.readInteraction(directory.organisationId, first.items[0]!.id);
    expect(detail!.turns.map(({ speaker }) => [speaker.ref, speaker.name])).toEqual([['c-1', 'Client imaginé'], ['a-03', 'Léa Roussel'], ['a-03', 'Léa Roussel']]);
  });

  it('is several again once split, to the very figures there were', async () => {
    const before = await directory.figures();
    await directory.merge('lea@example.org', ['chatwoot:17']);
    expect(await directory.figures()).toContainEqual(['lea@example.org', 'Agent lea@example.org', 3, 2, 3, 1]);
    expect(await directory.people({ attached: false })).toEqual([['a-9', ['a-9']]]);
    await directory.split('lea@example.org', ['chatwoot:17']);
    expect(await directory.figures()).toEqual(before);
    expect(await directory.people({ attached: false })).toEqual([['a-9', ['a-9']], ['chatwoot:17', ['chatwoot:17']], ['lea@example.org', ['lea@example.org']]]);
  });

  it('hides nobody in a group of five: who has two refs is one of them', async () => {
    await directory.keep(...['a-4', 'a-5', 'a-6'].map((agent) => directory.one(`chat-${agent}`, { agent })), directory.one('mail', { channel: 'chat', agent: 'lea@example.org' }));
    // Mails and calls enough by others: they are no reason to hide the chats.
    const others = (['email', 'phone'] as const).flatMap((channel) => Array.from({ length: 8 }, (_, n) => directory.one(`${channel}-${n}`, { channel, agent: `b-${n}` })));
    await directory.keep(...others);
    await directory.storage.organisations.changeSettings(directory.organisationId, { ...STRICT_SETTINGS, groupMinAgents: 5, groupMinInteractions: 1 }, 'test');
    const chat = async () => (await directory.storage.reports.reportChannels(directory.organisationId, {})).rows.find(({ channel }) => channel === 'chat')!.suppressed;
    expect(await chat()).toBe(null);
    await directory.merge('lea@example.org', ['chatwoot:17']);
    expect(await chat()).toBe(null);
    await directory.merge('a-4', ['a-5']);
    expect(await chat()).toBe('group-too-small');
  });
});

it('comes to the same whatever the order of arrivals, listings and merges', async () => {
  const steps: (() => Promise<unknown>)[] = [
    () => directory.storage.store.record(batchOf([directory.one('m', { channel: 'email', agent: 'lea@example.org', found: ['refus'] }), directory.one('c', { agent: 'chatwoot:17', customer: 'c@example.net', startedAt: '2026-03-09T10:00:00.000Z' })])),
    () => directory.storage.store.record(batchOf([joinedBy(directory.one('both', { agent: 'poste-204', startedAt: '2026-03-12T10:00:00.000Z' }), 'chatwoot:17', 'refus')])),
    () => directory.put(LEA),
    () => directory.put({ agents: [{ ref: 'chatwoot:17', identities: ['poste-204'] }] }),
    () => directory.put({ customers: [{ ref: 'client-1', name: 'Jeanne', identities: ['c@example.net', 'c-1'] }] }),
  ];
  const orders = permutations(steps.map((_, i) => i));
  const states: unknown[] = [];
  const organisations: string[] = [];
  for (const order of orders) {
    organisations.push(await directory.enterNewOrganisation());
    for (const step of order) await steps[step]!();
  }
  await directory.storage.projector.settle();
  for (directory.organisationId of organisations) {
    const { items } = await directory.storage.interactions.listInteractions(directory.organisationId, { customer: 'c-1' }, { limit: 10 });
    states.push([await directory.figures(), await directory.people(), await directory.people({}, 'customer'), items.map(({ externalId, agents, customer }) => [externalId, agents, customer])]);
  }
  expect(states[0]).toEqual([
    [['a-03', 'Léa Roussel', 3, 2, 2, 0]],
    [['a-03', ['a-03', 'chatwoot:17', 'lea@example.org', 'poste-204']]],
    [['client-1', ['client-1', 'c-1', 'c@example.net']]],
    ['both', 'm', 'c'].map((id) => [id, [{ ref: 'a-03', name: 'Léa Roussel' }], { ref: 'client-1', name: 'Jeanne' }]),
  ]);
  for (const state of states) expect(state).toEqual(states[0]);
  await directory.storage.projector.rebuild();
  directory.organisationId = organisations[77]!;
  expect(await directory.figures()).toEqual([['a-03', 'Léa Roussel', 3, 2, 2, 0]]);
}, 120_000);

function permutations<T>(items: readonly T[]): T[][] {
  return items.length < 2 ? [[...items]] : items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}
