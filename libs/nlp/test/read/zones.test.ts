import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectZones } from '../../src/read/index.js';
import { hostileTexts } from './hostile-texts.js';

const read = (text: string, subject?: string): string[] => detectZones(text, { channel: 'email', subject }).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
const own = (text: string): string => detectZones(text, { channel: 'email' }).filter(({ kind }) => kind === 'body').map(({ start, end }) => text.slice(start, end)).join('\n');

const REPLY = 'Bonjour Madame Petit,\n\nVotre colis est parti ce matin.\n\n';
const HISTORY = 'Mon colis est perdu, vous êtes nuls !';

describe('detectZones', () => {
  it('reads the parts of a mail', () => {
    expect(read(`${REPLY}Je reste à votre disposition.\n\nBien cordialement,\n\nLéa Roussel\nService client\nTél. : 01 99 00 12 34\n\nCe message et ses pièces jointes sont confidentiels.\n`)).toEqual([
      'greeting: Bonjour Madame Petit,',
      'body: Votre colis est parti ce matin.',
      'closing: Je reste à votre disposition.\n\nBien cordialement,',
      'signature: Léa Roussel\nService client\nTél. : 01 99 00 12 34',
      'disclaimer: Ce message et ses pièces jointes sont confidentiels.',
    ]);
  });

  it('reads what stands behind much white space, and quote marks alone', () => {
    expect(own(`${' '.repeat(400)}Votre colis est parti ce matin.`).trim()).toBe('Votre colis est parti ce matin.');
    expect(read('>\n> \n>>')).toEqual(['quoted: >\n> \n>>']);
  });

  it.each([
    ['Gmail', `Le lun. 2 mars 2026 à 10:12, Anne Petit <anne.petit@exemple.fr> a écrit :\n\n> ${HISTORY}\n`],
    ['Gmail on two lines', `Le lun. 2 mars 2026 à 10:12, Anne Petit <anne.petit@exemple.fr>\na écrit :\n\n> ${HISTORY}\n`],
    ['Gmail without marks', `Le 02/03/2026 à 10:12, Anne Petit a écrit :\n\n${HISTORY}\n`],
    ['Apple Mail', `> Le 2 mars 2026 à 10:12, Anne Petit <anne.petit@exemple.fr> a écrit :\n> \n> ${HISTORY}\n`],
    ['Thunderbird', `Le 02/03/2026 à 10:12, Anne Petit a écrit :\n> ${HISTORY}\n`],
    ['Outlook', `De : Anne Petit <anne.petit@exemple.fr>\nEnvoyé : lundi 2 mars 2026 10:12\nÀ : Service client\nObjet : Colis\n\n${HISTORY}\n`],
    ['Outlook in bold', `*De :* Anne Petit <anne.petit@exemple.fr>\n*Envoyé :* lundi 2 mars 2026 10:12\n*À :* Service client\n*Objet :* Colis\n\n${HISTORY}\n`],
    ['Outlook for iOS', `________________________________\nDe : Anne Petit <anne.petit@exemple.fr>\nEnvoyé : lundi 2 mars 2026 10:12\nÀ : Service client\nObjet : Colis\n\n${HISTORY}`],
    ['old Outlook', `-----Message d'origine-----\nDe : Anne Petit\nDate : 02/03/2026\n\n${HISTORY}`],
    ['Orange', `> Message du 02/03/26 10:12\n> De : "Anne Petit" \n> A : "Service client"\n> Objet : Colis\n>\n> ${HISTORY}`],
    ['Yahoo', `Le lundi 2 mars 2026 à 10:12:05 UTC+1, Anne Petit <anne.petit@exemple.fr> a écrit : \n\n${HISTORY}`],
    ['named', `Anne Petit <anne.petit@exemple.fr> a écrit (le 2 mars 2026) :\n\n${HISTORY}`],
    ['name only', `Anne Petit a écrit :\n\n> ${HISTORY}`],
    ['help desk', `##- Merci de répondre au-dessus de cette ligne -##\n\nAnne Petit\n${HISTORY}`],
    ['Zimbra', `----- Mail original -----\nDe: "Anne Petit" <anne.petit@exemple.fr>\nÀ: "Service client"\nEnvoyé: Lundi 2 Mars 2026 10:12:05\nObjet: Colis\n\n${HISTORY}`],
    ['signed on a phone', `Envoyé de mon iPhone\n\n> Le 2 mars 2026 à 10:12, Anne Petit <anne.petit@exemple.fr> a écrit :\n> \n> ${HISTORY}`],
    ['English', `On Mon, Mar 2, 2026 at 10:12 AM Anne Petit <anne.petit@exemple.fr> wrote:\n\n> ${HISTORY}`],
    ['Samsung', `-------- Message d’origine --------\nDe : Anne Petit <anne.petit@exemple.fr>\nDate : 02/03/2026 10:12 (GMT+01:00)\nÀ : Service client\nObjet : Colis\n\n${HISTORY}`],
    ['CRLF', `De : Anne Petit <anne.petit@exemple.fr>\r\nEnvoyé : lundi 2 mars 2026 10:12\r\nÀ : Service client\r\n\r\n${HISTORY}`],
  ])('keeps the customer’s words out of the agent’s: %s', (_, history) => {
    const text = REPLY + history;
    expect(own(text)).toBe('Votre colis est parti ce matin.');
    expect(detectZones(text, { channel: 'email' }).find(({ start, end }) => text.slice(start, end).includes('nuls'))?.kind).toBe('quoted');
  });

  it('keeps answers written between quotes', () => {
    expect(own('Bonjour,\n> Où est mon colis ?\nIl est parti.\n> Et ma facture ?\nLa voici.\n')).toBe('Il est parti.\nLa voici.');
  });

  it.each([
    'Le 12 mars, nous vous avons écrit.\nLe colis est parti.',
    'Les frais sont de : 12 €.\nDate : le 3 mars.',
    'Voici les étapes :\n-- éteindre la box\n-- la rallumer\n\nDites-moi si cela va mieux.',
    'De rien !\nÀ votre service.',
    'Première partie\n----\nVous trouverez ici la suite de notre réponse.',
  ])('never loses own words: %j', (text) => {
    const kinds = detectZones(text, { channel: 'email' }).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind !== 'body' && kind !== 'closing')).toEqual([]);
  });

  it('tells a forwarded message from a quoted one', () => {
    expect(read('Pour information.\n\n---------- Forwarded message ---------\nDe : Anne Petit <a@exemple.fr>\n\nBonjour').map((zone) => zone.split(':')[0])).toEqual(['body', 'forwarded']);
  });

  it('finds the subject repeated as a first line, and shares a line between greeting and body', () => {
    expect(read('Votre colis\nBonjour, il est parti.', 'Votre colis')).toEqual(['subject: Votre colis', 'greeting: Bonjour,', 'body: il est parti.']);
    expect(read('Envoyé de mon iPhone')).toEqual(['signature: Envoyé de mon iPhone']);
  });

  it('is one body outside mail', () => {
    expect(detectZones('  > oui  ', { channel: 'chat' })).toEqual([{ kind: 'body', start: 2, end: 7 }]);
  });

  const parts = fc.constantFrom('Bonjour,', '> cité', '', '-- ', 'De : a', 'Envoyé : b', 'Le 2 mars a écrit :', 'Cordialement', 'Jean Petit', 'Ce message est confidentiel', '\r', 'oui\ud83d', '----');
  it('keeps its promises on any string: in order, apart, nothing printed left out, same result twice', () => {
    fc.assert(fc.property(fc.array(fc.oneof(parts, fc.string({ unit: 'binary', maxLength: 10 })), { maxLength: 20 }), (lines) => {
      const text = lines.join('\n');
      const zones = detectZones(text, { channel: 'email' });
      let before = 0;
      for (const { start, end } of zones) {
        expect(text.slice(before, start).trim()).toBe('');
        expect(end).toBeGreaterThan(start);
        before = end;
      }
      expect(text.slice(before).trim()).toBe('');
      expect(detectZones(text, { channel: 'email' })).toEqual(zones);
    }));
  });

  it.each(hostileTexts())('reads a hostile mail to its end: %s', (_, text) => {
    expect(detectZones(text, { channel: 'email' }).at(-1)!.end).toBe(text.trimEnd().length);
  });
});
