import { describe, expect, it } from 'vitest';
import { readOne, refusalOf, sampleOf } from './read-one.js';

const sentences = sampleOf('twilio', 'phrases.json');

describe('twilio', () => {
  it('reads sentences, times and confidences in text', async () => {
    const read = await readOne(sentences, { metadata: { agentChannel: '1' } });
    expect(read.externalId).toBe('GT00000000000000000000000000000012');
    expect(read.turns[0]).toMatchObject({ id: 'GX00000000000000000000000000000001', offsetMs: 400, durationMs: 2720, words: [{ start: 0, confidence: 0.93 }] });
    expect(read.participants).toEqual([{ id: 'channel_1', role: 'agent' }, { id: 'channel_2', role: 'customer', roleGuessed: true }]);
  });

  it('refuses a page that is not the whole', async () => {
    const page = JSON.parse(sentences.toString());
    page.meta.next_page_url = 'https://telephonie.example/v2/Transcripts/GT1/Sentences?Page=1';
    expect(await refusalOf(JSON.stringify(page))).toMatchObject({ reason: 'invalid_file', place: '/meta' });
  });
});
