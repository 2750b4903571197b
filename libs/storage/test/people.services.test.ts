import { afterAll, beforeAll, expect, it } from 'vitest';
import { analysed, ORGANISATION, type Wanted } from '../../../test/contracts/analysis-store.fixture.js';
import { openTestStorage, type TestStorage } from './storage-fixture.js';

let storage: TestStorage;

beforeAll(async () => {
  storage = await openTestStorage();
});
afterAll(() => storage.close());

let next = 0;
async function keep(wanted: Omit<Wanted, 'externalId'>, name?: string): Promise<void> {
  const item = analysed({ ...wanted, externalId: `p-${next++}` });
  const participants = item.interaction.participants.map((person) => (person.role === 'agent' ? { ...person, name } : person));
  await storage.keep([{ ...item, interaction: { ...item.interaction, participants } }]);
}

const agent = async (ref: string): Promise<unknown> => {
  const [row] = await storage.owner.query('SELECT name, team_ref FROM agent WHERE organisation_id = $1 AND ref = $2', [ORGANISATION, ref]);
  return row;
};

it('keeps a name when a later interaction has none, and takes a new one', async () => {
  await keep({ agent: 'named', startedAt: '2026-03-01T10:00:00Z' }, 'Camille Essai');
  await keep({ agent: 'named', startedAt: '2026-03-05T10:00:00Z' });
  expect(await agent('named')).toEqual({ name: 'Camille Essai', team_ref: 'e-1' });
  await keep({ agent: 'named', startedAt: '2026-03-06T10:00:00Z' }, 'Camille Nouvelle');
  expect(await agent('named')).toMatchObject({ name: 'Camille Nouvelle' });
});

it('follows an agent to a new team, but not back when old interactions arrive late', async () => {
  await keep({ agent: 'moved', team: 'e-1', startedAt: '2026-03-01T10:00:00Z' });
  await keep({ agent: 'moved', team: 'e-2', startedAt: '2026-03-09T10:00:00Z' });
  await keep({ agent: 'moved', team: 'e-1', startedAt: '2026-03-04T10:00:00Z' }, 'Nom tardif');
  expect(await agent('moved')).toEqual({ name: 'Nom tardif', team_ref: 'e-2' });
});
