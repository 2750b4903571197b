import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/sources/limits.js';
import { storedMails } from '../../src/sources/mbox/stored-mails.js';
import type { ReadItem } from '../../src/sources/source-reader.js';
import { readAll, refusalOf, sampleOf } from './read-one.js';

const FROM = 'From a@b.example Mon Sep  7 09:12:33 2026';
const mail = (id: string, body: string): string =>
  `From: Claire <claire@maison-exemple.fr>\nTo: paul@client.example\nDate: Mon, 07 Sep 2026 09:12:33 +0200\nMessage-ID: <${id}@x>\n\n${body}\n`;
const box = (...mails: readonly string[]): string => mails.map((one) => `${FROM}\n${one}\n`).join('');
const told = (item: ReadItem): readonly [string | undefined, string] => [item.place, item.kind === 'refused' ? item.reason : item.interaction.externalId];
const textOf = (item: ReadItem | undefined): string => (item?.kind === 'interaction' ? item.interaction.turns[0]!.text.trim() : String(item?.detail));

async function split(bytes: Buffer, size: number): Promise<string[]> {
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
  const mails: string[] = [];
  for await (const { bytes: one } of storedMails(chunks)) mails.push(String(one));
  return mails;
}

describe('mbox', () => {
  it('reads each mail as one interaction of its thread, and gives back what the mailbox escaped', async () => {
    const items = await readAll(sampleOf('mbox', 'service-client.mbox'));
    expect(items.map(told)).toEqual([
      ['courriel 1', 'table-1@client.example'],
      ['courriel 2', 'table-2@maison-exemple.fr'],
      ['courriel 3', 'table-3@client.example'],
    ]);
    expect(items.map((item) => item.kind === 'interaction' && [item.interaction.source, item.interaction.caseRef])).toEqual(Array.from({ length: 3 }, () => ['mailbox', 'table-1@client.example']));
    expect(textOf(items[0])).toContain('\nFrom the box to the table in ten minutes\n');
    expect(textOf(items[1])).toContain('\nFrom the moment it leaves our warehouse, vous');
    expect(textOf(items[1])).toContain('Je suis désolée');
  });

  it('takes off one quote mark of several (mboxrd)', async () => {
    expect(textOf((await readAll(box(mail('un', '>>From moi\n>> From toi\n>From lui'))))[0])).toBe('>From moi\n>> From toi\nFrom lui');
  });

  it('refuses a broken mail by itself, with its place, and goes on', async () => {
    const items = await readAll(box(mail('un', 'Bonjour'), mail('vide', ''), `Content-Type: multipart/mixed; boundary=b\n\n--b`, mail('trois', 'Au revoir')));
    expect(items.map(told)).toEqual([
      ['courriel 1', 'un@x'],
      ['courriel 2', 'no_text'],
      ['courriel 3', 'no_text'],
      ['courriel 4', 'trois@x'],
    ]);
  });

  it.each([
    ['Gmail Takeout', 'From 1784512345678901234@xxx Mon Sep 07 09:12:33 +0000 2026'],
    ['Thunderbird', 'From - Mon Sep 07 09:12:33 2026'],
    ['an old Thunderbird', 'From '],
    ['an address alone', 'From a@b.example'],
    ['a zone behind', 'From "Paul Durand"@b.example Mon Sep  7 09:12:33 2026 +0200'],
    ['the date of a mail', 'From a@b.example Mon, 7 Sep 2026 09:12:33 +0200'],
  ])('knows the separator of %s', async (_, separator) => {
    const items = await readAll(`${separator}\n${mail('un', 'Bonjour')}\n${separator}\r\n${mail('deux', 'Bonjour').replaceAll('\n', '\r\n')}`);
    expect(items.map((item) => told(item)[1])).toEqual(['un@x', 'deux@x']);
  });

  it.each(['From the moment you called, all went well.', 'From: nobody', 'From 10:30 to 12:00 on 4 May 2026 we are closed', 'From Monday to Friday', ' From a@b.example Mon Sep  7 09:12:33 2026'])(
    'takes « %s » for words',
    async (line) => {
      const items = await readAll(box(mail('un', `Bonjour,\n\n${line}\n\nMerci`)), { fileName: 'a.mbox' });
      expect(items).toHaveLength(1);
      expect(textOf(items[0])).toContain(line);
    },
  );

  it('splits alike wherever the stream is cut', async () => {
    const bytes = Buffer.from(`${box(mail('un', 'Bonjour'), mail('deux', 'From moi\n\nà toi'))}\r\n${box(mail('trois', 'x\n').replaceAll('\n', '\r\n'))}`);
    const whole = await split(bytes, bytes.length);
    expect(whole).toHaveLength(3);
    expect(whole.join('').trimStart()).toBe(bytes.toString());
    for (let size = 1; size < 120; size++) expect(await split(bytes, size)).toEqual(whole);
  });

  it('goes on from the end that it told for a mail', async () => {
    const bytes = Buffer.from(box(mail('un', 'Bonjour'), mail('deux', 'Bonjour'), mail('trois', 'Bonjour')));
    const [first, , last] = await readAll(bytes);
    expect(last!.end).toBeUndefined();
    const rest = await readAll(bytes.subarray(first!.end), { start: { number: 2, offset: first!.end! } });
    expect(rest.map(told)).toEqual([['courriel 2', 'deux@x'], ['courriel 3', 'trois@x']]);
    expect(bytes.toString('utf8', rest[0]!.end, rest[0]!.end! + FROM.length)).toBe(FROM);
  });

  it('does not hold a mail that is too large, and reads the next', async () => {
    const large = Buffer.alloc(LIMITS.fileBytes + 1024, 'mot\n');
    const bytes = Buffer.concat([Buffer.from(`${FROM}\nSubject: x\n\n`), large, Buffer.from(`\n${box(mail('deux', 'Bonjour'))}`)]);
    expect((await readAll(bytes)).map(told)).toEqual([['courriel 1', 'too_large'], ['courriel 2', 'deux@x']]);
  });

  it('is told from a mail that begins with a separator', async () => {
    const one = box(mail('un', 'Bonjour'));
    expect((await readAll(one, { fileName: 'a.eml' })).map((item) => item.format)).toEqual(['eml']);
    expect((await readAll(one, { fileName: 'a' })).map((item) => item.format)).toEqual(['mbox']);
    expect((await readAll(one + one.replace('un@', 'deux@'), { fileName: 'a.eml' })).map((item) => item.format)).toEqual(['mbox', 'mbox']);
    expect(await refusalOf(one + one, {}, 'eml')).toMatchObject({ reason: 'unknown_format' });
  });

  it('takes from a sidecar what holds for all of its mails only', async () => {
    const metadata = { queue: 'sav', speakers: { 'claire@maison-exemple.fr': { role: 'agent' as const, ref: 'a-1' } } };
    const [item] = await readAll(box(mail('un', 'Bonjour')), { metadata });
    expect(item).toMatchObject({ interaction: { queue: 'sav', direction: 'outbound', participants: [{ ref: 'a-1' }, { role: 'customer' }] } });
    expect(await refusalOf(box(mail('un', 'Bonjour')), { metadata: { subject: 'x' } })).toMatchObject({ reason: 'invalid_metadata' });
  });
});
