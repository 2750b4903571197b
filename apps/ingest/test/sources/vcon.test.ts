import { describe, expect, it } from 'vitest';
import { readDirectory } from '../../src/sources/directory.js';
import { saidIn } from '../../src/sources/vcon/transcript-body.js';
import { wasThere } from '../../src/sources/vcon/who-spoke.js';
import { readOne, refusalOf, sampleOf } from './read-one.js';

const PARTIES = [{ name: 'Camille', role: 'customer' }, { name: 'Lou', role: 'agent' }];
const RECORDING = { type: 'recording', start: '2026-09-14T09:00:00Z', duration: 30, parties: [0, 1], url: 'https://exemple.test/a.wav' };
const transcribed = (body: unknown, more: object = {}) => JSON.stringify({ vcon: '0.4.0', uuid: 'u', parties: PARTIES, dialog: [RECORDING], analysis: [{ type: 'transcript', dialog: 0, vendor: 'x', encoding: 'json', body }], ...more });
const written = (dialog: object, more: object = {}) => JSON.stringify({ vcon: '0.4.0', uuid: 'u', parties: PARTIES, dialog: [{ type: 'text', start: '2026-09-14T09:00:00Z', parties: [0, 1], ...dialog }], ...more });
const said = (type: string, dialog: number | number[], text: string) => ({ type, dialog, vendor: 'x', encoding: 'json', body: [{ speaker: 'Lou', text }] });

describe('vcon', () => {
  it('reads a call that was passed on: each agent says what was said while they were there', async () => {
    const read = await readOne(sampleOf('vcon', 'appel-transfere.vcon'));
    expect(read).toMatchObject({ externalId: '0198f2aa-1111-8000-8000-00000000c0a1', channel: 'phone', direction: 'inbound', startedAt: '2026-09-14T07:30:00.000Z', endedAt: '2026-09-14T07:31:35.500Z' });
    const names = new Map(read.participants.map(({ id, name, role }) => [id, `${name} (${role})`]));
    expect(read.turns.map(({ participantId, offsetMs, durationMs }) => [names.get(participantId), offsetMs, durationMs])).toEqual([
      ['Accueil vocal (bot)', 500, 3500],
      ['Lou Navette (agent)', 7000, 2200],
      ['Camille Fuseau (customer)', 10_000, 3500],
      ['Lou Navette (agent)', 14_000, 4000],
      ['Noé Bobine (agent)', 54_000, 4000],
      ['Camille Fuseau (customer)', 59_000, 1500],
    ]);
  });

  it('reads a thread of mails, MIME parts and base64url among them, and guesses the customer from whom she writes to', async () => {
    const read = await readOne(sampleOf('vcon', 'fil-de-courriels.vcon'));
    expect(read).toMatchObject({ channel: 'email', caseRef: '1.fil@courriel.example', subject: 'Laine reçue, mauvais coloris' });
    expect(read.turns.map(({ id, offsetMs }) => [id, offsetMs])).toEqual([['1.fil@courriel.example', 0], ['2.fil@quenouille.example', 5_280_000], ['3.fil@courriel.example', 6_780_000]]);
    expect(read.turns[1]!.text).toBe("Bonjour Camille,\n\nla laine bleue part aujourd'hui, gardez la verte.\n\nLou");
    expect(read.turns[2]!.text).toMatch(/^Merci beaucoup, quel soin\s!$/);
    expect(read.participants.map(({ role, roleGuessed, ref }) => [role, roleGuessed, ref])).toEqual([['customer', true, 'camille.fuseau@courriel.example'], ['agent', undefined, 'lou.navette@quenouille.example']]);
  });

  it('reads 0.0.1 with its old names, and keeps a note apart', async () => {
    const read = await readOne(sampleOf('vcon', 'discussion-0-0-1.vcon'));
    expect(read.channel).toBe('chat');
    expect(read.turns.map((turn) => [turn.participantId, turn.private])).toEqual([['party-0', undefined], ['party-1', undefined], ['party-1', true]]);
  });

  it.each([
    ['lines of speaker and message', [{ speaker: 'Lou', message: 'Bonjour' }, { speaker: 'Camille', message: 'Bonsoir' }], ['party-1', 'party-0']],
    ['lines that name a party by index', [{ parties: 1, start: '2026-09-14T09:00:01Z', duration: 1, text: 'Bonjour' }, { parties: [0], text: 'Bonsoir' }], ['party-1', 'party-0']],
    ['segments', { segments: [{ start: 0, end: 1, text: 'Bonjour', speaker: 'SPEAKER_01' }, { start: 2, end: 3, text: 'Bonsoir', speaker: 1 }] }, ['SPEAKER_01', 'speaker_1']],
    ['Deepgram by channel', { results: { channels: ['Bonsoir', 'Bonjour'].map((word, at) => ({ alternatives: [{ words: [{ word, start: 2 - at, end: 3 - at, confidence: 0.9 }] }] })) } }, ['party-1', 'party-0']],
    ['one alternative of Deepgram', { transcript: 'Bonjour Bonsoir', words: [{ word: 'Bonjour', start: 0, end: 1, speaker: 0 }, { word: 'Bonsoir', start: 1, end: 2, speaker: 1 }] }, ['speaker_0', 'speaker_1']],
    ['a text with names before its lines', 'Lou : Bonjour\nCamille : Bonsoir', ['party-1', 'party-0']],
    ['JSON in a text', JSON.stringify([{ speaker: 'agent', message: 'Bonjour' }, { speaker: 'customer', message: 'Bonsoir' }]), ['party-1', 'party-0']],
  ])('hears a transcript as %s', async (_, body, voices) => {
    const { turns } = await readOne(transcribed(body));
    expect(turns.map(({ text, participantId }) => [text, participantId])).toEqual([['Bonjour', voices[0]], ['Bonsoir', voices[1]]]);
  });

  it('counts seconds from the dialog, or instants, from the start of the first dialog', async () => {
    const second = { ...RECORDING, start: '2026-09-14T09:10:00Z' };
    const analysis = [
      { type: 'transcript', dialog: 1, vendor: 'x', encoding: 'json', body: [{ speaker: 'Lou', text: 'Me revoici', start: '2026-09-14T09:10:02Z', duration: 1.5 }] },
      { type: 'transcript', dialog: [0], vendor: 'x', encoding: 'json', body: [{ speaker: 'Lou', text: 'Bonjour', start: 1.25, end: 2 }] },
    ];
    const { turns } = await readOne(JSON.stringify({ parties: PARTIES, dialog: [RECORDING, second], analysis }));
    expect(turns.map(({ text, offsetMs, durationMs }) => [text, offsetMs, durationMs])).toEqual([['Bonjour', 1250, 750], ['Me revoici', 602_000, 1500]]);
  });

  it.each([
    ['a recording that is only a url', JSON.stringify({ parties: PARTIES, dialog: [RECORDING] }), 'no_text', '/dialog/0'],
    ['a recording beside a text', JSON.stringify({ parties: PARTIES, dialog: [{ ...RECORDING, type: 'text', url: undefined, body: 'Bonjour' }, RECORDING] }), 'no_text', '/dialog/1'],
    ['a text that is only a url', written({ url: 'https://exemple.test/a.txt' }), 'no_text', '/dialog/0'],
    ['a transcript that is only a url', transcribed(undefined), 'no_text', '/analysis/0'],
    ['a transcript of a shape that nobody knows', transcribed({ paroles: [] }), 'invalid_file', '/analysis/0/body'],
    ['a critical extension', written({ body: 'Bonjour' }, { critical: ['lawful_basis'] }), 'invalid_file', '/critical'],
    ['an extension that must be supported', written({ body: 'Bonjour' }, { must_support: ['autre'] }), 'invalid_file', '/must_support'],
    ['a later version', written({ body: 'Bonjour' }, { vcon: '0.5.0' }), 'invalid_file', '/vcon'],
    ['an encoding that there is not', written({ body: 'Bonjour', encoding: 'rot13' }), 'invalid_file', '/dialog/0/encoding'],
    ['an encrypted one', JSON.stringify({ ciphertext: 'x', recipients: [], iv: 'x', tag: 'x' }), 'invalid_file', '/ciphertext'],
    ['a signed one of something else', JSON.stringify({ payload: 'e30x', signatures: [] }), 'not_json', '/payload'],
    ['one without dialogs', JSON.stringify({ parties: PARTIES, dialog: [] }), 'no_text', undefined],
  ])('refuses %s', async (_, file, reason, place) => {
    const refused = await refusalOf(file);
    expect([refused.reason, refused.place]).toEqual([reason, place]);
  });

  it('understands CC and its own extension though they are critical', async () => {
    expect(await readOne(written({ body: 'Bonjour' }, { critical: ['CC', 'diapason'] }))).toMatchObject({ channel: 'chat' });
  });

  it('reads a signed one, and says that nobody checked the signature', async () => {
    const payload = Buffer.from(written({ body: 'Bonjour' })).toString('base64url');
    expect(await readOne(JSON.stringify({ payload, signatures: [{ header: { alg: 'RS256' }, protected: 'x', signature: 'x' }] }))).toMatchObject({ externalId: 'u', tags: ['vcon-signature-not-verified'] });
  });

  it('takes an amended or redacted copy for a later revision of the same conversation', async () => {
    const first = await readOne(written({ body: 'Bonjour' }, { uuid: 'a' }));
    for (const member of ['amended', 'appended', 'redacted']) {
      const later = await readOne(written({ body: 'Bonjour !' }, { uuid: 'b', [member]: { uuid: 'a', type: 'PII' } }));
      expect(later).toMatchObject({ externalId: 'a', revision: first.revision + 1 });
    }
  });

  it('knows parties by address from the directory, and by any of their names from the sidecar', async () => {
    const directory = readDirectory(Buffer.from(JSON.stringify({ agents: [{ ref: 'a-7', name: 'Lou Navette', addresses: ['lou.navette@quenouille.example'] }] })));
    if (directory.kind !== 'ok') throw new Error(directory.detail);
    const sample = sampleOf('vcon', 'discussion-0-0-1.vcon');
    expect((await readOne(sample, { directory: directory.value })).participants[1]).toMatchObject({ role: 'agent', ref: 'a-7', name: 'Lou Navette' });
    expect((await readOne(sample, { metadata: { speakers: { camille: { role: 'third-party' } } } })).participants[0]).toMatchObject({ role: 'third-party' });
  });

  it('reads a party’s role from meta, and takes one that it does not know for none', async () => {
    const roles = ['agent', 'supervisor', 'sme', 'conseillère', 'xyz'].map((role) => ({ meta: { role } }));
    const dialog = roles.map((_, at) => ({ type: 'text', start: 1_789_000_000 + at, parties: at, body: 'Bonjour' }));
    const read = await readOne(JSON.stringify({ parties: roles, dialog }));
    expect(read.participants.map(({ role, roleGuessed }) => [role, roleGuessed])).toEqual([['agent', undefined], ['agent', undefined], ['third-party', undefined], ['agent', true], ['unknown', undefined]]);
  });

  it('counts who joined and left, and who was there all along', () => {
    const history = [{ party: 1, event: 'join', time: 10 }, { party: 1, event: 'drop', time: 20 }, { party: 1, event: 'hold', time: 15 }, { party: 2, event: 'drop', time: 20 }];
    expect([5, 12, 25].map((at) => wasThere(1, history, at))).toEqual([false, true, false]);
    expect([5, 25].map((at) => wasThere(2, history, at))).toEqual([true, false]);
    expect(wasThere(3, history, 5)).toBe(true);
  });

  it('finds the words of thousands of dialogs among thousands of analyses without looking through all for each', async () => {
    const many = Array.from({ length: 20_000 }, (_, at) => at);
    const file = { parties: PARTIES, dialog: many.map(() => RECORDING), analysis: many.map((dialog) => ({ type: 'transcript', dialog, vendor: 'x', encoding: 'json', body: [{ text: 'a' }] })) };
    expect(await refusalOf(JSON.stringify(file))).toMatchObject({ reason: 'too_many_turns', place: '/dialog/10000' });
    expect(await refusalOf(transcribed(many.map(() => ({ text: 'a' }))))).toMatchObject({ reason: 'invalid_file' });
  });

  it('prefers the words to the marks that replace them, and reads one transcript of two recordings once', async () => {
    const analysis = [said('transcript-redacted', [0, 1], 'Bonjour [NOM]'), said('transcript', [0, 1], 'Bonjour Camille')];
    expect((await readOne(JSON.stringify({ parties: PARTIES, dialog: [RECORDING, RECORDING], analysis }))).turns.map(({ text }) => text)).toEqual(['Bonjour Camille']);
  });

  it('says where a transcript is wrong', () => {
    expect(saidIn([{ text: 'a' }, { text: 3 }], () => false, '/analysis/0/body')).toMatchObject({ kind: 'refused', place: '/analysis/0/body/1/text' });
  });
});
