import { describe, expect, it } from 'vitest';
import { readOne, refusalOf, sampleOf } from './read-one.js';

const phrase = (times: object): string => JSON.stringify({ combinedPhrases: [], phrases: [{ text: 'a', ...times }] });

describe('azure-batch', () => {
  it('reads the likeliest text of each phrase that was recognised; ticks are 100 ns', async () => {
    const read = await readOne(sampleOf('azure-batch', 'appel.json'), { metadata: { agentChannel: '0' } });
    expect(read.turns.map(({ participantId, text, offsetMs, durationMs }) => [participantId, text, offsetMs, durationMs])).toEqual([
      ['channel_0', 'Bonjour, Mireille à votre écoute.', 800, 2400],
      ['channel_1', 'Bonjour, il manque une housse dans mon colis.', 3900, 2700],
      ['channel_0', "Je vous la renvoie aujourd'hui.", 7000, 2000],
    ]);
    expect(read.participants).toEqual([{ id: 'channel_0', role: 'agent' }, { id: 'channel_1', role: 'customer', roleGuessed: true }]);
    expect(read.turns[0]!.words).toEqual([{ start: 0, end: read.turns[0]!.text.length, confidence: 0.92 }]);
  });

  it('reads what fast transcription answers, in milliseconds', async () => {
    const read = await readOne(sampleOf('azure-batch', 'rapide.json'));
    expect(read.turns.map(({ offsetMs, durationMs }) => [offsetMs, durationMs])).toEqual([[200, 1500], [2100, 2000]]);
  });

  it('tells speakers of one channel apart, and prefers milliseconds to ticks', async () => {
    const one = { recognitionStatus: 'Success', channel: 0, offsetInTicks: 1, offsetMilliseconds: 40, durationMilliseconds: 60 };
    const recognizedPhrases = [1, 2].map((speaker) => ({ ...one, speaker, nBest: [{ display: `Voix ${speaker}.` }] }));
    const read = await readOne(JSON.stringify({ recognizedPhrases }));
    expect(read.turns.map(({ participantId, offsetMs, durationMs }) => [participantId, offsetMs, durationMs])).toEqual([['channel_0/speaker_1', 40, 60], ['channel_0/speaker_2', 40, 60]]);
  });

  it('refuses a file in which nothing was recognised', async () => {
    expect(await refusalOf(JSON.stringify({ recognizedPhrases: [{ recognitionStatus: 'NoMatch', channel: 0 }] }))).toMatchObject({ reason: 'no_text' });
  });

  it('reads the batch file: the best reading of each phrase, ticks as milliseconds', async () => {
    const read = await readOne(sampleOf('azure-batch', 'stereo.json'));
    expect(read.turns.map(({ participantId, text, offsetMs, durationMs }) => [participantId, text, offsetMs, durationMs])).toEqual([
      ['channel_0', 'Atelier Garance, bonjour. Comment puis-je vous aider ?', 510, 3200],
      ['channel_1', "Bonjour, j'ai commandé 20 verres.", 4400, 3100],
    ]);
    const [first, second] = read.turns;
    expect(first!.words).toEqual([{ start: 0, end: first!.text.length, confidence: 0.91 }]);
    expect(second!.words!.map(({ start, end, confidence }) => [second!.text.slice(start, end), confidence])).toEqual([["j'ai", 0.95], ['commandé', 0.77], ['verres', 0.5]]);
    expect(read.participants.map(({ role, roleGuessed }) => [role, roleGuessed])).toEqual([['agent', true], ['customer', true]]);
  });

  it('does not keep the key to the storage that the recording’s address carries', async () => {
    const read = await readOne(sampleOf('azure-batch', 'stereo.json'));
    expect(read.externalId).toBe('https://stockage.example/appels/2026-09-11/appel-31.wav');
    expect(JSON.stringify(read)).not.toContain('NE-PAS-GARDER');
  });

  it.each([
    ['ISO 8601', { offset: 'PT1H2M3.5S', duration: 'PT0.25S' }, 3_723_500, 250],
    ['milliseconds in offset', { offset: 80, duration: 200 }, 80, 200],
    ['ticks', { offsetInTicks: 15_000_000, durationInTicks: 5_000 }, 1500, 1],
    ['milliseconds before ticks', { offsetMilliseconds: 7, offsetInTicks: 900_000_000, durationMilliseconds: 3 }, 7, 3],
  ])('%s', async (_, times, offsetMs, durationMs) => {
    expect((await readOne(phrase(times))).turns[0]).toMatchObject({ offsetMs, durationMs });
  });

  it.each([[{ offset: 'PT' + '9'.repeat(30) + 'S' }], [{ offset: '1:02' }], [{ offsetInTicks: -1 }], [{ offsetInTicks: 1e17 }], [{ offsetMilliseconds: 'NaN' }]])('refuses %j', async (times) => {
    expect(await refusalOf(phrase(times))).toMatchObject({ reason: 'invalid_file', place: `/phrases/0/${Object.keys(times)[0]}` });
  });
});
