import { describe, expect, it } from 'vitest';
import { readOne, sampleOf } from './read-one.js';

describe('google-stt', () => {
  it('reads results as turns, channel by channel', async () => {
    const read = await readOne(sampleOf('google-stt', 'canaux.json'));
    expect(read.turns.map(({ participantId, text, offsetMs, durationMs, words }) => [participantId, text, offsetMs, durationMs, words])).toEqual([
      ['channel_1', 'atelier garance bonjour', 400, 1500, [{ start: 0, end: 23, confidence: 0.94 }]],
      ['channel_2', "bonjour c'est pour un échange", 2500, 2700, [{ start: 0, end: 29, confidence: 0.81 }]],
    ]);
  });

  it('reads the last result alone where speakers are told apart: it says every word again', async () => {
    const read = await readOne(sampleOf('google-stt', 'locuteurs.json'));
    expect(read.turns.map(({ participantId, text }) => [participantId, text])).toEqual([['speaker_1', 'Bonjour.'], ['speaker_2', 'Oui bonjour.']]);
    expect(read.turns[1]!.words).toEqual([{ start: 0, end: 3, confidence: 0.42 }]);
  });
});
