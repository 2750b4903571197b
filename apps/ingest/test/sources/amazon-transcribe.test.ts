import { describe, expect, it } from 'vitest';
import { readOne, refusalOf, sampleOf } from './read-one.js';

const rows = (read: Awaited<ReturnType<typeof readOne>>): unknown[] => read.turns.map(({ participantId, text, offsetMs, durationMs }) => [participantId, text, offsetMs, durationMs]);

describe('amazon-transcribe', () => {
  it('reads channels one by one and puts them in order of time, seconds in text as milliseconds', async () => {
    const read = await readOne(sampleOf('amazon-transcribe', 'appel-canaux.json'));
    expect(read.externalId).toBe('appel-2026-09-09-canaux');
    expect(rows(read)).toEqual([
      ['ch_1', 'Atelier Garance, bonjour.', 510, 1390],
      ['ch_1', 'Comment puis-je vous aider?', 3900, 1120],
      ['ch_0', 'Bonjour, ma commande [PII] est en retard.', 5500, 2500],
    ]);
    expect(read.turns[0]!.words).toEqual([{ start: 0, end: 7, confidence: 0.998 }, { start: 8, end: 15, confidence: 0.43 }, { start: 17, end: 24, confidence: 0.999 }]);
  });

  it('finds the speaker of an item by its time when only segments name it', async () => {
    const read = await readOne(sampleOf('amazon-transcribe', 'appel-locuteurs.json'));
    expect(read.turns.map(({ participantId }) => participantId)).toEqual(['spk_0', 'spk_0', 'spk_1']);
  });

  it('needs a mapping for roles: by channel, written either way', async () => {
    for (const agentChannel of ['1', 'ch_1']) {
      const read = await readOne(sampleOf('amazon-transcribe', 'appel-canaux.json'), { metadata: { agentChannel } });
      expect(read.participants).toEqual([{ id: 'ch_1', role: 'agent' }, { id: 'ch_0', role: 'customer', roleGuessed: true }]);
    }
  });

  it('refuses times that are none, with their place', async () => {
    for (const start_time of ['NaN', '-1', 'PT1S', '1e9', 4.87]) {
      const items = [{ type: 'pronunciation', start_time, end_time: '2', alternatives: [{ content: 'a', confidence: '1' }] }];
      expect(await refusalOf(JSON.stringify({ jobName: 'j', results: { transcripts: [], items } }))).toMatchObject({ reason: 'invalid_file', place: '/results/items/0/start_time' });
    }
  });

  it('refuses a job that is not finished', async () => {
    expect(await refusalOf(JSON.stringify({ jobName: 'j', status: 'IN_PROGRESS', results: { items: [] } }))).toMatchObject({ reason: 'no_text', place: '/status' });
  });
});
