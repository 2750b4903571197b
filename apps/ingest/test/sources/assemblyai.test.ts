import { describe, expect, it } from 'vitest';
import { readOne, refusalOf, sampleOf } from './read-one.js';

const file = (rest: object): string => JSON.stringify({ id: 't-1', audio_url: 'https://enregistrements.example/a.wav', status: 'completed', ...rest });

describe('assemblyai', () => {
  it('reads utterances, whose times are milliseconds, in order of time', async () => {
    const read = await readOne(sampleOf('assemblyai', 'appel.json'));
    expect(read.externalId).toBe('6a1c0e52-1111-4b7e-9a00-0f0e0d0c0b0a');
    expect(read.turns.map(({ participantId, offsetMs, durationMs }) => [participantId, offsetMs, durationMs])).toEqual([['B', 1080, 3130], ['A', 4600, 3420], ['B', 8400, 3550]]);
    expect(read.turns[0]!.words!.map(({ start, end, confidence }) => [read.turns[0]!.text.slice(start, end), confidence])).toContainEqual(['je', 0.35]);
    expect(read.participants).toEqual([{ id: 'B', role: 'agent', roleGuessed: true }, { id: 'A', role: 'customer', roleGuessed: true }]);
  });

  it('puts words together where nobody asked for speakers', async () => {
    const words = [{ text: 'Bonjour', start: 0, end: 400, confidence: 0.9, speaker: null, channel: null }, { text: 'madame.', start: 410, end: 900, confidence: 0.8, speaker: null }];
    const read = await readOne(file({ utterances: null, words }));
    expect(read.turns).toMatchObject([{ participantId: 'unknown', text: 'Bonjour madame.', offsetMs: 0, durationMs: 900 }]);
  });

  it('knows channels by number, by name and by the configuration', async () => {
    const utterances = [{ text: 'a', start: 0, end: 1, speaker: '1', channel: '1' }, { text: 'b', start: 2, end: 3, speaker: '2', channel: '2' }];
    const read = await readOne(file({ utterances }), { metadata: { agentChannel: '2', speakers: { channel_1: { role: 'customer', ref: 'c-9' } } } });
    expect(read.participants).toEqual([{ id: '1', role: 'customer', ref: 'c-9' }, { id: '2', role: 'agent' }]);
  });

  it('refuses what is not finished, or failed, and says so', async () => {
    expect(await refusalOf(file({ status: 'processing', words: null }))).toMatchObject({ reason: 'no_text', place: '/status' });
    expect(await refusalOf(file({ status: 'error', error: 'audio sans son', words: null }))).toMatchObject({ reason: 'no_text', detail: expect.stringContaining('audio sans son') });
  });
});
