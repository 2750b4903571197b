import { describe, expect, it } from 'vitest';
import { readOne, refusalOf, sampleOf } from './read-one.js';

describe('ccai-insights', () => {
  it('reads entries whose times are microseconds since 1970, and keeps a bot a bot', async () => {
    const read = await readOne(sampleOf('ccai-insights', 'appel.json'));
    expect(read).toMatchObject({ channel: 'phone', startedAt: '2026-09-12T08:00:00.000Z' });
    expect(read.turns.map(({ participantId, offsetMs }) => [participantId, offsetMs])).toEqual([['AUTOMATED_AGENT/0', 0], ['AGENT/2', 14_500], ['END_USER/1', 17_250], ['AGENT/2', 21_000]]);
    expect(read.participants.map(({ role }) => role)).toEqual(['bot', 'agent', 'customer']);
  });

  it('lets the sidecar name an agent by role or by user, and say that it was a chat', async () => {
    const metadata = { channel: 'chat' as const, speakers: { AGENT: { role: 'agent' as const, ref: 'a-3', name: 'Bastien' } } };
    const read = await readOne(sampleOf('ccai-insights', 'appel.json'), { metadata });
    expect(read.channel).toBe('chat');
    expect(read.participants[1]).toEqual({ id: 'AGENT/2', role: 'agent', ref: 'a-3', name: 'Bastien' });
  });

  it('keeps the order of entries that have no time', async () => {
    const entries = [{ text: 'Bonjour', role: 'AGENT', start_timestamp_usec: 1_789_200_000_000_000 }, { text: 'Oui ?', role: 'CUSTOMER' }, { text: 'Merci', role: 'WHOEVER' }];
    const read = await readOne(JSON.stringify({ entries }));
    expect(read.turns.map(({ text, offsetMs }) => [text, offsetMs])).toEqual([['Bonjour', 0], ['Oui ?', undefined], ['Merci', undefined]]);
    expect(read.participants.map(({ role }) => role)).toEqual(['agent', 'customer', 'unknown']);
  });

  it('refuses times of another unit than microseconds', async () => {
    expect(await refusalOf(JSON.stringify({ entries: [{ text: 'a', role: 'AGENT', start_timestamp_usec: 1_789_027_200_000_000_000 }] }))).toMatchObject({ reason: 'invalid_file' });
  });
});
