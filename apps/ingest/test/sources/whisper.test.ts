import { describe, expect, it } from 'vitest';
import { readAll, readOne, refusalOf } from './read-one.js';

const whisper = (segments: readonly object[], rest: object = {}): string => JSON.stringify({ text: 'tout', segments, language: 'fr', ...rest });
const metadata = { startedAt: '2026-09-07T09:00:00+02:00', speakers: { speaker_00: { role: 'agent' as const, ref: 'a-1', name: 'Claire' } } };

describe('whisper', () => {
  it('reads segments as turns, seconds as milliseconds, words with their place in the text', async () => {
    const words = [
      { word: ' Déso', probability: 0.9 },
      { word: 'lé', probability: 0.8 },
      { word: ' 🙂', probability: 1.2 },
      { word: ' madame', score: 0.25 },
      { word: 'absent', score: 0.1 },
      { word: ' ?' },
    ];
    const read = await readOne(whisper([{ start: 1.2345, end: 2, text: ' Désolé 🙂 madame ?', speaker: 'SPEAKER_00', words }]), { fileName: 'a.json', metadata });
    expect(read.participants).toEqual([{ id: 'SPEAKER_00', role: 'agent', ref: 'a-1', name: 'Claire' }]);
    const [turn] = read.turns;
    expect(turn).toMatchObject({ id: '0', text: 'Désolé 🙂 madame ?', offsetMs: 1235, durationMs: 765 });
    expect(turn!.words!.map(({ start, end, confidence }) => [turn!.text.slice(start, end), confidence])).toEqual([
      ['Déso', 0.9],
      ['lé', 0.8],
      ['🙂', 1],
      ['madame', 0.25],
    ]);
  });

  it('keeps consecutive segments of one speaker apart and leaves out silent ones', async () => {
    const read = await readOne(whisper([{ start: 0, end: 1, text: 'a', speaker: 'S' }, { start: 1, end: 2, text: '  ' }, { start: 2, end: 3, text: 'b', speaker: 'S' }]));
    expect(read.turns.map(({ text }) => text)).toEqual(['a', 'b']);
    expect(read.participants).toEqual([{ id: 'S', role: 'unknown' }]);
  });

  it('can be checked without a date, and says that it is missing', async () => {
    expect(await readAll(whisper([{ start: 0, end: 1, text: 'a' }]))).toMatchObject([{ kind: 'interaction', startMissing: true }]);
  });

  it('names the field that is wrong', async () => {
    expect(await refusalOf(whisper([{ start: 0, end: 1, text: 'a' }, { start: '1', end: 2, text: 'b' }]))).toMatchObject({ reason: 'invalid_file', place: '/segments/1/start' });
  });

  it('stays quick when words and text disagree', async () => {
    const words = Array.from({ length: 50_000 }, () => ({ word: 'b', score: 1 }));
    const read = await readOne(whisper([{ start: 0, end: 1, text: 'a'.repeat(500_000), words }]));
    expect(read.turns[0]!.words).toBeUndefined();
  });
});
