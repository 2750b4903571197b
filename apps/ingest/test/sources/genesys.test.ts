import { describe, expect, it } from 'vitest';
import { readAll, readOne, sampleOf } from './read-one.js';

describe('genesys', () => {
  it('reads decorated text with times from the conversation’s start, and what was badly heard', async () => {
    const read = await readOne(sampleOf('genesys', 'appel.json'));
    expect(read).toMatchObject({ externalId: '7c0d1e2f-0000-4000-8000-00000000c0aa', caseRef: '7c0d1e2f-0000-4000-8000-00000000ca11', channel: 'phone', startedAt: '2026-09-11T07:00:00.000Z' });
    expect(read.turns.map(({ participantId, offsetMs, durationMs }) => [participantId, offsetMs, durationMs])).toEqual([['internal', 1200, 2900], ['external', 4700, 2600], ['internal', 8000, 2100]]);
    expect(read.turns[0]!.text).toBe('Bonjour, Quenouille et Compagnie, Lou à votre écoute.');
    expect(read.turns[1]!.words!.map(({ start, end, confidence }) => [read.turns[1]!.text.slice(start, end), confidence])).toContainEqual(['rouet', 0.41]);
    expect(read.participants).toEqual([{ id: 'internal', role: 'agent' }, { id: 'external', role: 'customer' }]);
  });

  it('takes a voice menu for a bot, an announcement for the system, and leaves other purposes unknown', async () => {
    const phrases = ['ivr', 'acd', 'outbound', null].map((participantPurpose, at) => ({ text: 'bonjour', participantPurpose, startTimeMs: 1_789_110_000_000 + at }));
    const read = await readOne(JSON.stringify({ conversationId: 'c', transcripts: [{ phrases }] }));
    expect(read.participants.map(({ id, role, roleGuessed }) => [id, role, roleGuessed])).toEqual([
      ['ivr', 'bot', undefined], ['acd', 'system', undefined], ['outbound', 'unknown', undefined], ['unknown', 'unknown', undefined],
    ]);
  });

  it('refuses seconds where milliseconds are due', async () => {
    const [item] = await readAll(JSON.stringify({ conversationId: 'c', transcripts: [{ phrases: [{ text: 'a', startTimeMs: 1e15 }] }] }));
    expect(item).toMatchObject({ kind: 'refused', reason: 'invalid_file' });
  });
});
