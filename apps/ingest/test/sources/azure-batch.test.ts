import { describe, expect, it } from 'vitest';
import { readOne, refusalOf, sampleOf } from './read-one.js';

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
    const phrase = { recognitionStatus: 'Success', channel: 0, offsetInTicks: 1, offsetMilliseconds: 40, durationMilliseconds: 60 };
    const recognizedPhrases = [1, 2].map((speaker) => ({ ...phrase, speaker, nBest: [{ display: `Voix ${speaker}.` }] }));
    const read = await readOne(JSON.stringify({ recognizedPhrases }));
    expect(read.turns.map(({ participantId, offsetMs, durationMs }) => [participantId, offsetMs, durationMs])).toEqual([['channel_0/speaker_1', 40, 60], ['channel_0/speaker_2', 40, 60]]);
  });

  it('refuses a file in which nothing was recognised', async () => {
    expect(await refusalOf(JSON.stringify({ recognizedPhrases: [{ recognitionStatus: 'NoMatch', channel: 0 }] }))).toMatchObject({ reason: 'no_text' });
  });
});
