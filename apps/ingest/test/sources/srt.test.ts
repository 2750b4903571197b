import { describe, expect, it } from 'vitest';
import { readOne, refusalOf, sampleOf } from './read-one.js';

const cue = (number: number, text: string): string => `${number}\n00:00:0${number},000 --> 00:00:0${number},500\n${text}\n\n`;

describe('srt', () => {
  it('reads one cue as one turn, in milliseconds, without the layout', async () => {
    const read = await readOne(sampleOf('srt', 'appel.srt'), { fileName: 'appels/appel-3.srt' });
    expect(read).toMatchObject({ source: 'srt', externalId: 'appel-3', channel: 'phone' });
    expect(read.turns[1]).toEqual({
      id: '2',
      participantId: 'Cliente',
      text: "Bonjour, je vous appelle parce que ma commande n'est toujours pas arrivée.",
      offsetMs: 4900,
      durationMs: 4450,
    });
    expect(read.participants).toEqual([
      { id: 'Conseillère', role: 'agent', roleGuessed: true, name: 'Conseillère' },
      { id: 'Cliente', role: 'customer', roleGuessed: true, name: 'Cliente' },
    ]);
  });

  it('reads what real files do: CRLF, a mark, dots, blank lines inside, no line end, two voices in a cue', async () => {
    const srt = '\ufeff1\r\n00:00:01.000 --> 00:00:02.5 X1:10\r\nBonjour\r\n\r\nmadame\r\n\r\n2\r\n00:00:03,000 --> 00:00:02,000\r\nSpeaker 1 : Oui\r\nSpeaker 2 : Non';
    const read = await readOne(srt);
    expect(read.turns).toEqual([
      { id: '1', participantId: 'unknown', text: 'Bonjour madame', offsetMs: 1000, durationMs: 1500 },
      { id: '2', participantId: 'Speaker 1', text: 'Oui', offsetMs: 3000, durationMs: 0 },
      { id: '2#2', participantId: 'Speaker 2', text: 'Non', offsetMs: 3000, durationMs: 0 },
    ]);
  });

  it('keeps words that look like markup or a number', async () => {
    const read = await readOne(cue(1, 'de 3 < 5, {\\an8}<b>12</b>') + cue(2, 'tapez\n12\nmerci'));
    expect(read.turns.map(({ text }) => text)).toEqual(['de 3 < 5, 12', 'tapez 12 merci']);
  });

  it('refuses what would be lost, with its line, and another encoding', async () => {
    expect(await refusalOf(`${cue(1, 'a')}2\n00:00:xx --> 00:00:03,000\nb`)).toMatchObject({ reason: 'invalid_file', place: 'ligne 6' });
    expect(await refusalOf('Titre\n1\n00:00:01,000 --> 00:00:02,000\na', {}, 'srt')).toMatchObject({ reason: 'invalid_file', place: 'ligne 1' });
    expect(await refusalOf(Buffer.from(cue(1, 'Cécile'), 'latin1'))).toMatchObject({ reason: 'bad_encoding' });
    expect(await refusalOf(cue(1, ''))).toMatchObject({ reason: 'no_text' });
  });
});
