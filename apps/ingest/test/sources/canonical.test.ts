import { describe, expect, it } from 'vitest';
import { canonicalReader } from '../../src/sources/canonical/canonical.reader.js';
import type { ReadItem } from '../../src/sources/source-reader.js';
import { readAll, readOne, refusalOf } from './read-one.js';

const startedAt = '2026-09-07T10:00:00+02:00';
const interaction = (externalId: string): object => ({
  source: 'essai',
  externalId,
  revision: 1,
  channel: 'chat',
  startedAt,
  participants: [{ id: 'a', role: 'agent' }],
  turns: [{ id: '0', participantId: 'a', text: 'Bonjour' }],
});

async function* chunks(): AsyncGenerator<Buffer> {
  const text = Buffer.from(`${JSON.stringify(interaction('é'))}\n`);
  for (const byte of text) yield Buffer.of(byte);
  for (let i = 0; i < 64; i++) yield Buffer.alloc(64 * 1024, 'x');
  yield Buffer.concat([Buffer.from('\n'), text]);
}

describe('canonical', () => {
  it('reads one object as it is', async () => {
    expect(await readOne(JSON.stringify(interaction('i'), null, 2))).toEqual(interaction('i'));
  });

  it('reads an array, and refuses in it only what is wrong', async () => {
    const items = await readAll(JSON.stringify([interaction('i'), { ...interaction('j'), channel: 'fax' }, 7, interaction('k')]));
    expect(items.map(({ kind, place }) => [kind, place])).toEqual([['interaction', '/0'], ['refused', '/1'], ['refused', '/2'], ['interaction', '/3']]);
    expect(items[1]).toMatchObject({ reason: 'invalid_interaction', detail: expect.stringContaining('/channel') });
  });

  it('reads JSON lines by their look as well as by their name', async () => {
    const lines = `${JSON.stringify(interaction('i'))}\r\n\n{"channel":\n${JSON.stringify(interaction('j'))}`;
    for (const context of [{}, { fileName: 'export.jsonl' }]) {
      const items = await readAll(lines, context);
      expect(items.map(({ kind, place }) => [kind, place])).toEqual([['interaction', 'ligne 1'], ['refused', 'ligne 3'], ['interaction', 'ligne 4']]);
    }
  });

  it('reads lines over any cut of the stream, and gives up on a line too long without holding it', async () => {
    const items: ReadItem[] = [];
    for await (const item of canonicalReader.readStream!(chunks(), {})) items.push(item);
    expect(items.map((item) => (item.kind === 'refused' ? item.reason : item.interaction.externalId))).toEqual(['é', 'too_large', 'é']);
  });

  it('takes what the sidecar adds to one interaction, and refuses a sidecar for several', async () => {
    const undated = { ...interaction('i'), startedAt: undefined };
    expect((await readOne(JSON.stringify(undated), { metadata: { startedAt } })).startedAt).toBe(startedAt);
    expect((await refusalOf(JSON.stringify([undated]), { metadata: { startedAt } })).reason).toBe('invalid_metadata');
  });
});
