import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chooseSource } from '../../src/sources/choose-source.js';
import { readDirectory } from '../../src/sources/directory.js';
import { isSettled, readAll, readOne, refusalOf } from './read-one.js';

const sample = (name: string): Buffer => readFileSync(new URL(`../../src/sources/whatsapp/samples/${name}`, import.meta.url));
const FRENCH = sample('Discussion WhatsApp avec Jeanne Exemple.txt');
const PARIS = { metadata: { timeZone: 'Europe/Paris' } };

describe('whatsapp', () => {
  it('reads a French export of Android: messages of several lines, media and deleted messages left out', async () => {
    const chat = await readOne(FRENCH, { ...PARIS, fileName: 'exports/Discussion WhatsApp avec Jeanne Exemple.txt' });
    expect(chat).toMatchObject({
      source: 'whatsapp',
      externalId: 'Discussion WhatsApp avec Jeanne Exemple',
      channel: 'chat',
      startedAt: '2026-09-03T08:02:00.000Z',
      participants: [
        { id: 'whatsapp', role: 'system' },
        { id: 'Jeanne Exemple', role: 'unknown' },
        { id: 'Service client Maison', role: 'agent', roleGuessed: true },
      ],
    });
    expect(chat.turns.slice(1).map(({ text, offsetMs }) => [offsetMs, text])).toEqual([
      [0, "Bonjour, ma lampe ne s'allume plus\nelle a trois semaines :\n- ampoule changée\n- prise essayée"],
      [780_000, "Bonjour Madame, merci pour la photo. Je vous envoie une lampe neuve aujourd'hui."],
      [117_480_000, 'Bien reçue, merci !'],
    ]);
  });

  it('reads a French export of an iPhone: marks taken off, its own lines told from people’s, numbers by their digits', async () => {
    const directory = readDirectory(Buffer.from(JSON.stringify({ customers: [{ ref: 'c-9', addresses: ['+33639980001'] }] })));
    if (directory.kind === 'refused') throw new Error(directory.detail);
    const chat = await readOne(sample('iphone-fr.txt'), { ...PARIS, directory: directory.value });
    expect(chat.participants.map(({ id, role, ref }) => [id, role, ref])).toEqual([['whatsapp', 'system', undefined], ['+33639980001', 'customer', 'c-9'], ['Maison Exemple', 'unknown', undefined]]);
    expect(chat.turns.map(({ text }) => text)).toEqual([
      'Les messages et les appels sont chiffrés de bout en bout.',
      'Bonjour, puis-je passer demain ?',
      'Bonjour, oui, de 10 h à 19 h.',
    ]);
  });

  it('reads an English export with AM and PM, midnight included, and keeps the words below an attachment', async () => {
    const chat = await readOne(sample('android-en.txt'), { metadata: { timeZone: 'America/New_York' } });
    expect(chat.startedAt).toBe('2026-09-04T01:58:00.000Z');
    expect(chat.turns.map(({ text }) => text).slice(1)).toEqual(['Hi, is my order on its way?', 'the label says it all', 'Good morning Sam, it left this morning.']);
    expect(chat.turns[1]?.offsetMs).toBe((10 * 24 * 60 + 127) * 60_000);
  });

  it.each([
    ['a day beyond 12', '12/09/2026, 10:00 - A: a\n13/09/2026, 10:00 - A: b', '2026-09-12'],
    ['a month beyond 12 in the other order', '9/12/26, 10:00 - A: a\n9/13/26, 10:00 - A: b', '2026-09-12'],
    ['the way it would run backwards', '09/01/2026, 10:00 - A: a\n01/02/2026, 10:00 - A: b', '2026-01-09'],
    ['dots', '03.04.2026, 10:00 - A: a', '2026-04-03'],
    ['the year first', '2026-04-03, 10 h 05 - A: a', '2026-04-03'],
    ['days that read alike both ways', '03/03/2026, 10:00 - A: a', '2026-03-03'],
    ['the French « à »', '03/04/2026 à 10:00 - A: a', '2026-04-03'],
    ['WhatsApp’s French words', '03/04/2026, 10:00 - A: a\n03/04/2026, 10:01 - A: <Médias omis>', '2026-04-03'],
  ])('tells the order of days by %s', async (_, text, day) => {
    expect((await readOne(text, { metadata: { timeZone: 'Etc/UTC' } })).startedAt.slice(0, 10)).toBe(day);
  });

  it('does not guess an order that nothing tells, and takes the sidecar’s word', async () => {
    const text = '03/04/2026, 2:05 PM - A: a\n03/05/2026, 2:05 PM - A: b';
    expect(await refusalOf(text, PARIS)).toMatchObject({ reason: 'ambiguous_dates', place: 'ligne 1', detail: expect.stringContaining('03/04/2026') });
    expect((await readOne(text, { metadata: { ...PARIS.metadata, dateOrder: 'mdy' } })).startedAt).toBe('2026-03-04T13:05:00.000Z');
    expect((await readOne(text, { metadata: { startedAt: '2026-04-03T14:05:00+02:00' } })).turns[1]?.offsetMs).toBe(30 * 86_400_000);
    expect(await refusalOf(text, { metadata: { startedAt: '2026-05-03T14:05:00+02:00' } })).toMatchObject({ reason: 'invalid_metadata' });
  });

  it('knows the distances and not the start when nobody says where the clock hung', async () => {
    expect(await readAll(FRENCH)).toMatchObject([{ kind: 'interaction', startMissing: true }]);
  });

  it.each([
    ['a change of subject that quotes a colon', '13/09/2026, 10:00 - Jeanne a changé l’objet de « A: b » en « C: d »\n13/09/2026, 10:01 - J: a', ['system', 'unknown']],
    ['a message of somebody else pasted in another layout', '13/09/2026, 10:00 - J: regardez\n[12/09/2026, 09:00:00] Claire: non', ['unknown']],
  ])('puts nobody’s name on %s', async (_, text, roles) => {
    expect((await readOne(text, PARIS)).participants.map(({ role }) => role)).toEqual(roles);
  });

  it('keeps what people write about attachments and omissions', async () => {
    const said = ['voici la facture (fichier joint)', 'image absente', 'le document omis ?', 'Ce message a été supprimé par erreur, désolé'];
    const text = said.map((one, i) => `13/09/2026, 10:0${i} - J: ${one}`).join('\n');
    expect((await readOne(text, PARIS)).turns.map((turn) => turn.text)).toEqual(said);
  });

  it('grows in revision with a longer export, and is the same conversation', async () => {
    const context = { ...PARIS, fileName: 'Jeanne.txt' };
    const longer = await readOne(`${FRENCH.toString()}05/09/2026, 08:00 - Jeanne Exemple: Re-bonjour\n`, context);
    const shorter = await readOne(FRENCH, context);
    expect(longer.externalId).toBe(shorter.externalId);
    expect(longer.revision).toBeGreaterThan(shorter.revision);
  });

  it('names an iPhone’s « _chat.txt » by its folder, and refuses it without one', async () => {
    expect((await readOne(FRENCH, { ...PARIS, fileName: 'exports/WhatsApp Chat - Jeanne/_chat.txt' })).externalId).toBe('WhatsApp Chat - Jeanne');
    expect(await refusalOf(FRENCH, { ...PARIS, fileName: '_chat.txt' })).toMatchObject({ reason: 'invalid_metadata' });
  });

  it.each([
    ['days that are none', '31/02/2026, 10:00 - A: a', 'ligne 1'],
    ['an order that the days contradict', '13/09/2026, 10:00 - A: a', 'ligne 1'],
  ])('refuses %s', async (_, text, place) => {
    expect(await refusalOf(text, { metadata: { dateOrder: 'mdy' } })).toMatchObject({ reason: 'invalid_file', place });
  });

  it('takes a text of another kind for none of its own', () => {
    for (const text of ['Bonjour : ceci est un texte', '03/04/2026 : réunion', '[03/04/2026] note', 'WEBVTT\n\n00:01.000 --> 00:02.000\na']) {
      const source = chooseSource(Buffer.from(text));
      expect(source.kind === 'ok' ? source.value.format : source.reason).not.toBe('whatsapp');
    }
  });

  it('any lines are read or refused, in bounded time', async () => {
    const stamp = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom('/', '.', '-'), fc.integer({ min: 0, max: 40 }), fc.constantFrom(0, 26, 2026, 9999), fc.integer({ min: 0, max: 99 }));
    const line = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), stamp.map(([a, by, b, year, time]) => `${a}${by}${b}${by}${year}, ${time}:${time} - Nom: \u200etexte`));
    const property = fc.asyncProperty(fc.array(line, { maxLength: 12 }), (lines) => isSettled(Buffer.from(`13/09/2026, 10:00 - A: a\n${lines.join('\n')}`), 'whatsapp'));
    expect(await fc.check(property, { numRuns: 500 })).toMatchObject({ failed: false });
    for (const hostile of ['a'.repeat(3_000_000), '['.repeat(1_000_000), '1/1/1, '.repeat(300_000), `A${':'.repeat(900_000)}`]) {
      expect(await isSettled(Buffer.from(`13/09/2026, 10:00 - A: ${hostile}`), 'whatsapp')).toBe(true);
    }
  });
});
