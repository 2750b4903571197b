import { describe, expect, it } from 'vitest';
import { readOne, refusalOf } from './read-one.js';

const CALL = `WEBVTT - appel 12

NOTE export du 7 septembre

1
00:00:01.500 --> 00:00:03.250
<v Agent>Maison Exemple, bonjour.</v>

2
00:00:04.000 --> 00:00:05.000 align:start
<v.fort Client &amp; fils>Bonjour, c&#39;est
pour un <i>colis</i>.

01:00:00.000 --> 01:00:01.000
<v Agent>Oui ?</v><v Inconnue>Allô</v>
`;

describe('webvtt', () => {
  it('reads one voice in one cue as one turn, in milliseconds', async () => {
    const read = await readOne(CALL, { fileName: 'dossier/appel-12.vtt', metadata: { startedAt: '2026-09-07T09:00:00+02:00' } });
    expect(read).toMatchObject({ source: 'webvtt', externalId: 'appel-12', channel: 'phone', startedAt: '2026-09-07T09:00:00+02:00' });
    expect(read.turns).toEqual([
      { id: '1', participantId: 'Agent', text: 'Maison Exemple, bonjour.', offsetMs: 1500, durationMs: 1750 },
      { id: '2', participantId: 'Client & fils', text: "Bonjour, c'est pour un colis.", offsetMs: 4000, durationMs: 1000 },
      { id: '#2', participantId: 'Agent', text: 'Oui ?', offsetMs: 3_600_000, durationMs: 1000 },
      { id: '#3', participantId: 'Inconnue', text: 'Allô', offsetMs: 3_600_000, durationMs: 1000 },
    ]);
  });

  it('guesses roles from labels, marks the guess, and leaves names unknown', async () => {
    expect((await readOne(CALL)).participants).toEqual([
      { id: 'Agent', role: 'agent', roleGuessed: true, name: 'Agent' },
      { id: 'Client & fils', role: 'customer', roleGuessed: true, name: 'Client & fils' },
      { id: 'Inconnue', role: 'unknown', name: 'Inconnue' },
    ]);
  });

  it('takes a prefix for a voice only when it is one', async () => {
    const cues = ['[SPEAKER_00]: Bonjour.', 'Cliente : Bonjour.', ': Euh…', 'Rappel : le colis part demain.', 'Service client : oui.'];
    const vtt = `WEBVTT\n\n${cues.map((text, i) => `00:0${i}.000 --> 00:0${i}.500\n${text}\n`).join('\n').replaceAll(/^00:0/gm, '00:00:0').replaceAll('--> 00:0', '--> 00:00:0')}`;
    const read = await readOne(vtt);
    expect(read.turns.map(({ participantId, text }) => [participantId, text])).toEqual([
      ['SPEAKER_00', 'Bonjour.'],
      ['Cliente', 'Bonjour.'],
      ['unknown', 'Euh…'],
      ['unknown', 'Rappel : le colis part demain.'],
      ['Service client', 'oui.'],
    ]);
    expect(read.participants.find(({ id }) => id === 'Service client')?.role).toBe('agent');
  });

  it('reads a cue with half a million spaces in a line in time that grows with their number', async () => {
    const read = await readOne(`WEBVTT\n\n00:00.000 --> 00:01.000\n<v Client>Bonjour${' '.repeat(500_000)}Madame  \n  merci\n`);
    expect(read.turns.map(({ text }) => text.replace(/ {2,}/, ' '))).toEqual(['Bonjour Madame merci']);
  });

  it('refuses a cue that would be lost, and says where', async () => {
    const vtt = 'WEBVTT\n\n00:00:01,000 --> 00:00:02,000\n<v Agent>Bonjour\n';
    expect(await refusalOf(vtt)).toMatchObject({ reason: 'invalid_file', place: 'ligne 3' });
  });

  it('refuses a file that is no UTF-8, one without words, and one of markup only', async () => {
    expect((await refusalOf(Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\nC\xe9line', 'latin1'))).reason).toBe('bad_encoding');
    expect((await refusalOf('WEBVTT\n\n')).reason).toBe('no_text');
    expect((await refusalOf(`WEBVTT\n\n00:01.000 --> 00:02.000\n${'<b>'.repeat(100_000)}x`)).reason).toBe('invalid_file');
  });
});
