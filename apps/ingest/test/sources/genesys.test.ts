import { describe, expect, it } from 'vitest';
import { readDirectory } from '../../src/sources/directory.js';
import { whoSpoke } from '../../src/sources/genesys/who-spoke.js';
import { readAll, readOne, sampleOf } from './read-one.js';

describe('genesys', () => {
  it('reads decorated text with times from the conversation’s start, and what was badly heard', async () => {
    const read = await readOne(sampleOf('genesys', 'appel.json'));
    expect(read).toMatchObject({ externalId: '7c0d1e2f-0000-4000-8000-00000000c0aa', caseRef: '7c0d1e2f-0000-4000-8000-00000000ca11', channel: 'phone', startedAt: '2026-09-11T07:00:00.000Z' });
    expect(read.turns.map(({ participantId, offsetMs, durationMs }) => [participantId, offsetMs, durationMs])).toEqual([['internal', 1200, 2900], ['external', 4700, 2600], ['internal', 8000, 2100]]);
    expect(read.turns[0]!.text).toBe('Bonjour, Quenouille et Compagnie, Lou à votre écoute.');
    expect(read.turns[1]!.words!.map(({ start, end, confidence }) => [read.turns[1]!.text.slice(start, end), confidence])).toContainEqual(['rouet', 0.41]);
    expect(read.participants).toEqual([{ id: 'internal', role: 'agent', roleGuessed: true }, { id: 'external', role: 'customer' }]);
  });

  it('takes a voice menu for a bot, an announcement for the system, and leaves other purposes unknown', async () => {
    const phrases = ['ivr', 'acd', 'outbound', null].map((participantPurpose, at) => ({ text: 'bonjour', participantPurpose, startTimeMs: 1_789_110_000_000 + at }));
    const read = await readOne(JSON.stringify({ conversationId: 'c', transcripts: [{ phrases }] }));
    expect(read.participants.map(({ id, role, roleGuessed }) => [id, role, roleGuessed])).toEqual([
      ['ivr', 'bot', undefined], ['acd', 'system', undefined], ['outbound', 'unknown', undefined], ['unknown', 'unknown', undefined],
    ]);
  });

  it('refuses seconds where milliseconds are due', async () => {
    const [item] = await readAll(JSON.stringify({ conversationId: 'c', transcripts: [{ phrases: [{ text: 'a', startTimeMs: 1e15 }] }] }));
    expect(item).toMatchObject({ kind: 'refused', reason: 'invalid_file' });
  });

  it('reads phrases as turns of the call’s own time, and finds who was on the line', async () => {
    const read = await readOne(sampleOf('genesys', 'appel-svi.json'));
    expect(read).toMatchObject({ channel: 'phone', startedAt: '2026-09-09T08:00:00.000Z', externalId: 'c0000000-0000-4000-8000-0000000000c1' });
    expect(read.turns.map(({ participantId, offsetMs, durationMs }) => [participantId, offsetMs, durationMs])).toEqual([
      ['ivr', 500, 4200],
      ['agent/11112222-0000-4000-8000-000000000007', 10_400, 2600],
      ['external', 13_600, 5000],
    ]);
    expect(read.participants.map(({ role, ref, roleGuessed }) => [role, ref, roleGuessed])).toEqual([
      ['bot', undefined, undefined],
      ['agent', 'genesys:11112222-0000-4000-8000-000000000007', undefined],
      ['customer', undefined, undefined],
    ]);
    expect(read.turns[1]!.words).toEqual([{ start: 0, end: 7, confidence: 0.95 }, { start: 8, end: 16, confidence: 0.31 }]);
  });

  it('knows an agent whom the directory has under the id of Genesys', async () => {
    const directory = readDirectory(Buffer.from(JSON.stringify({ agents: [{ ref: 'a-7', name: 'Yanis', addresses: ['genesys:11112222-0000-4000-8000-000000000007'] }] })));
    if (directory.kind !== 'ok') throw new Error(directory.detail);
    expect((await readOne(sampleOf('genesys', 'appel-svi.json'), { directory: directory.value })).participants[1]).toMatchObject({ role: 'agent', ref: 'a-7', name: 'Yanis' });
  });

  it.each([
    ['nobody is listed', [], 'internal', 'agent?'],
    ['two agents at once', [{ participantPurpose: 'agent', userId: 'a' }, { participantPurpose: 'agent', userId: 'b' }], 'internal', 'agent?'],
    ['between the voice menu and the agent', [{ participantPurpose: 'ivr', endTimeMs: 10 }, { participantPurpose: 'agent', userId: 'a', startTimeMs: 60 }], 'internal', undefined],
    ['the queue and the agent it brought', [{ participantPurpose: 'acd' }, { participantPurpose: 'agent', userId: 'a' }], 'agent/a', 'agent'],
    ['the voice menu alone', [{ participantPurpose: 'ivr' }, { participantPurpose: 'agent', userId: 'a', startTimeMs: 60 }], 'ivr', 'bot'],
  ])('%s', (_, participants, id, role) => {
    const voice = whoSpoke('internal', 50, participants);
    expect([voice.id, voice.roleGuessed === true ? `${voice.role}?` : voice.role]).toEqual([id, role]);
  });

  it('reads times counted from the start, and written messages as a chat', async () => {
    const file = { conversationId: 'c', mediaType: 'message', startTime: 1_788_940_800_000, transcripts: [{ phrases: [{ text: 'a', startTimeMs: 1500, participantPurpose: 'external' }] }] };
    expect(await readOne(JSON.stringify(file))).toMatchObject({ channel: 'chat', startedAt: '2026-09-09T08:00:00.000Z', turns: [{ offsetMs: 1500 }] });
  });
});
