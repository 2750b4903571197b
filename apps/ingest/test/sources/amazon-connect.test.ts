import { describe, expect, it } from 'vitest';
import { readDirectory } from '../../src/sources/directory.js';
import { readAll, readOne, refusalOf, sampleOf } from './read-one.js';

const voice = sampleOf('contact-lens-voice', 'appel.json');

describe('contact-lens-voice', () => {
  it('reads turns in milliseconds with the roles that the source gives', async () => {
    const read = await readOne(voice);
    expect(read).toMatchObject({ externalId: '0a1b2c3d-0000-4000-8000-00000000c0de', channel: 'phone' });
    expect(read.participants).toEqual([{ id: 'AGENT', role: 'agent' }, { id: 'CUSTOMER', role: 'customer' }]);
    expect(read.turns[1]).toEqual({ id: 't-2', participantId: 'CUSTOMER', text: "Bonjour, ici [PII]. Vous m'avez facturé deux fois.", offsetMs: 3700, durationMs: 4720 });
  });

  it.each([
    ['0a1b_20260902T00:20_UTC.json', '2026-09-02T00:20:00Z'],
    ['s3/0a1b_20260902T00_20_UTC.json', '2026-09-02T00:20:00Z'],
    ['0a1b_analysis_2026-09-02T00:31:07Z.json', undefined],
    ['0a1b_20261302T00:20_UTC.json', undefined],
    [undefined, undefined],
  ])('takes the start from a name like %s', async (fileName, startedAt) => {
    const [item] = await readAll(voice, { fileName });
    expect(item).toMatchObject({ kind: 'interaction', interaction: { startedAt: startedAt ?? '1970-01-01T00:00:00Z' }, ...(startedAt === undefined && { startMissing: true }) });
  });

  it('lets a sidecar name the person behind AGENT', async () => {
    const metadata = { speakers: { AGENT: { role: 'agent' as const, ref: 'a-7', name: 'Yanis' } } };
    expect((await readOne(voice, { metadata })).participants[0]).toEqual({ id: 'AGENT', role: 'agent', ref: 'a-7', name: 'Yanis' });
  });

  it('reads Transcribe Call Analytics, which names roles in each turn and is sure of some words only', async () => {
    const read = await readOne(sampleOf('contact-lens-voice', 'call-analytics.json'));
    expect(read.externalId).toBe('analyse-appel-12');
    expect(read.participants.map(({ role }) => role)).toEqual(['agent', 'customer']);
    expect(read.turns[0]!.words).toEqual([{ start: 0, end: 7, confidence: 0.99 }, { start: 17, end: 23, confidence: 0.44 }]);
  });

  it('refuses an analysis that is not finished', async () => {
    expect(await refusalOf(JSON.stringify({ Channel: 'VOICE', JobStatus: 'FAILED', Transcript: [] }))).toMatchObject({ reason: 'no_text', place: '/JobStatus' });
  });
});

describe('connect-chat', () => {
  it('reads messages of Contact Lens, without events, from the first message on', async () => {
    const read = await readOne(sampleOf('connect-chat', 'contact-lens-chat.json'));
    expect(read).toMatchObject({ externalId: '0a1b2c3d-0000-4000-8000-00000000c4a7', channel: 'chat', startedAt: '2026-09-10T08:00:02.000Z' });
    expect(read.turns.map(({ id, offsetMs }) => [id, offsetMs])).toEqual([['m-1', 0], ['m-2', 19_500], ['m-3', 28_000], ['m-4', 62_250]]);
    expect(read.participants.map(({ role, roleGuessed, name }) => [role, roleGuessed, name])).toEqual([
      ['bot', undefined, 'Garancine'],
      ['customer', undefined, 'Maëlle'],
      ['system', undefined, 'SYSTEM_MESSAGE'],
      ['agent', undefined, 'Yanis'],
    ]);
  });

  it('reads Connect’s own file; a bot in the system’s place is told by its name, as a guess; a known name gives the agent', async () => {
    const directory = readDirectory(Buffer.from(JSON.stringify({ agents: [{ ref: 'a-7', name: 'Yanis Ferrand', team: { ref: 'nord' } }] })));
    if (directory.kind !== 'ok') throw new Error(directory.detail);
    const read = await readOne(sampleOf('connect-chat', 'connect-transcript.json'), { directory: directory.value });
    expect(read.turns.map(({ id }) => id)).toEqual(['m0', 'm1', 'm2']);
    expect(read.participants).toMatchObject([{ role: 'bot', roleGuessed: true }, { role: 'customer' }, { role: 'agent', ref: 'a-7', team: { ref: 'nord' } }]);
  });

  it('takes a bot that sits in the agent’s place for a bot', async () => {
    const file = { ContactId: 'c', Transcript: [{ Type: 'MESSAGE', ContentType: 'text/plain', Content: 'Bonjour', AbsoluteTime: '2026-09-10T09:00:00Z', ParticipantId: 'p', ParticipantRole: 'AGENT', DisplayName: 'Assistant virtuel' }] };
    expect((await readOne(JSON.stringify(file))).participants).toEqual([{ id: 'p', role: 'bot', roleGuessed: true, name: 'Assistant virtuel' }]);
  });
});
