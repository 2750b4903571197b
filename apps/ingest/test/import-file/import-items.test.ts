import type { Interaction } from '#domain';
import { expect, it } from 'vitest';
import { importItems, type Mark, type Publish } from '../../src/import-file/import-items.js';

/** Many interactions with a mark behind each; `at` is how far the marks have come. */
function marked(interactions: readonly Interaction[]) {
  const reached = { at: 0 };
  const items = interactions.flatMap((interaction, i): ({ kind: 'interaction'; interaction: Interaction } | Mark)[] => [
    { kind: 'interaction', interaction },
    { kind: 'mark', reached: () => (reached.at = i + 1) },
  ]);
  return { reached, items };
}

const said = (externalId: string, revision = 1): Interaction => ({
  source: 'essai',
  externalId,
  revision,
  channel: 'chat',
  startedAt: '2026-09-07T10:00:00+02:00',
  participants: [{ id: 'a', role: 'agent', ref: 'a-1' }],
  turns: [{ id: '0', participantId: 'a', text: 'Bonjour' }],
});
const many = (count: number): Interaction[] => Array.from({ length: count }, (_, i) => said(`n-${i}`));

/** A receiver whose chunks are answered when the test says so. */
function byHand() {
  const asked: { readonly ids: string[]; readonly answer: () => void; readonly fail: () => void }[] = [];
  const publish: Publish = (interactions) =>
    new Promise((resolve, reject) => {
      asked.push({
        ids: interactions.map(({ externalId }) => externalId),
        answer: () => resolve(interactions.map((interaction) => ({ id: interaction.externalId, interaction, judgement: 'accepted' }))),
        fail: () => reject(new Error('cut off')),
      });
    });
  return { asked, publish };
}

const turn = () => new Promise(setImmediate);

it('a few chunks are on their way at a time, never more, and nothing is left behind', async () => {
  const { asked, publish } = byHand();
  const importing = importItems(marked(many(1_900)).items, { publish });
  await turn();
  expect(asked.map(({ ids }) => ids.length)).toEqual([200, 200, 200]);
  for (let next = 0; next < asked.length; await turn()) {
    asked[next++]!.answer();
    await turn();
    expect(asked.length - next).toBeLessThanOrEqual(3);
  }
  expect(await importing).toMatchObject({ accepted: 1_900 });
  expect(new Set(asked.flatMap(({ ids }) => ids)).size).toBe(1_900);
});

it('a place is reached only once all before it is taken in, whichever chunk is answered first', async () => {
  const { asked, publish } = byHand();
  const { reached, items } = marked(many(600));
  const importing = importItems(items, { publish });
  await turn();
  asked[1]!.answer();
  asked[2]!.answer();
  await turn();
  expect(reached.at).toBe(0);
  asked[0]!.fail();
  await expect(importing).rejects.toThrow('cut off');
  expect(reached.at).toBe(0);
});

it('another revision of what is on its way waits for it', async () => {
  const { asked, publish } = byHand();
  const importing = importItems(marked([...many(200), said('n-7', 2), ...many(400).slice(200)]).items, { publish });
  await turn();
  expect(asked).toHaveLength(1);
  asked[0]!.answer();
  await turn();
  expect(asked[1]!.ids[0]).toBe('n-7');
  for (const { answer } of asked) answer();
  await turn();
  for (const { answer } of asked) answer();
  expect(await importing).toMatchObject({ accepted: 401 });
});
