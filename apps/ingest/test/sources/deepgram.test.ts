import { describe, expect, it } from 'vitest';
import { readDirectory } from '../../src/sources/directory.js';
import { readAll, readOne, refusalOf, sampleOf } from './read-one.js';

const channels = sampleOf('deepgram', 'appel-canaux.json');

describe('deepgram', () => {
  it('reads utterances as turns, seconds as milliseconds, words with their confidence and place', async () => {
    const read = await readOne(channels, { metadata: { startedAt: '2026-09-08T10:00:00+02:00' } });
    expect(read).toMatchObject({ externalId: '5b0f6c1e-0000-4000-8000-6d1f0c2a9e11', channel: 'phone', startedAt: '2026-09-08T10:00:00+02:00' });
    expect(read.turns[0]).toEqual({
      id: 'u-1',
      participantId: 'channel_0',
      text: 'Atelier Garance, bonjour. Que puis-je faire pour vous ?',
      offsetMs: 520,
      durationMs: 3320,
      words: [
        { start: 0, end: 7, confidence: 0.99 },
        { start: 8, end: 16, confidence: 0.41 },
        { start: 17, end: 25, confidence: 0.999 },
      ],
    });
    // Without words, the utterance's own confidence stands for all of it.
    expect(read.turns[1]!.words).toEqual([{ start: 0, end: 35, confidence: 0.88 }]);
    expect(read.turns[3]!.text).toBe("Oui, c'est le [PII].");
  });

  it('guesses who is who by what is said, and says that it is a guess', async () => {
    expect((await readOne(channels)).participants).toEqual([
      { id: 'channel_0', role: 'agent', roleGuessed: true },
      { id: 'channel_1', role: 'customer', roleGuessed: true },
    ]);
  });

  it('takes the word of a sidecar on channels over any guess', async () => {
    const metadata = { agentChannel: '1', channels: { '0': { role: 'third-party' as const, name: 'Un expert' } } };
    expect((await readOne(channels, { metadata })).participants).toEqual([
      { id: 'channel_0', role: 'third-party', name: 'Un expert' },
      { id: 'channel_1', role: 'agent' },
    ]);
  });

  it('takes the word of a directory on all calls of a source; the other one of two channels is a guess', async () => {
    const directory = readDirectory(Buffer.from(JSON.stringify({ calls: { deepgram: { agentChannel: 1 }, '*': { agentChannel: 0 } } })));
    if (directory.kind !== 'ok') throw new Error(directory.detail);
    expect((await readOne(channels, { directory: directory.value })).participants).toEqual([
      { id: 'channel_0', role: 'customer', roleGuessed: true },
      { id: 'channel_1', role: 'agent' },
    ]);
    expect((await readOne(channels, { directory: directory.value, source: 'standard' })).participants[0]).toMatchObject({ role: 'customer' });
  });

  it('puts words together where there are no utterances, and leaves speakers unknown on thin evidence', async () => {
    const read = await readOne(sampleOf('deepgram', 'appel-locuteurs.json'));
    expect(read.turns.map(({ participantId, text, offsetMs, durationMs }) => [participantId, text, offsetMs, durationMs])).toEqual([
      ['speaker_0', 'Allô ?', 400, 400],
      ['speaker_1', "Oui, j'écoute.", 1100, 900],
      ['speaker_1', 'Voilà.', 4100, 500],
    ]);
    expect(read.participants.map(({ role }) => role)).toEqual(['unknown', 'unknown']);
  });

  it('has no start of its own: the date of the transcription is none', async () => {
    expect(await readAll(channels)).toMatchObject([{ kind: 'interaction', startMissing: true }]);
  });

  it('names the field that is wrong', async () => {
    const wrong = { results: { channels: [{ alternatives: [{ words: [{ word: 'a', start: -1, end: 2 }] }] }] } };
    expect(await refusalOf(JSON.stringify(wrong))).toMatchObject({ reason: 'invalid_file', place: '/results/channels/0/alternatives/0/words/0/start' });
  });
});
