import { describe, expect, it } from 'vitest';
import { readDirectory } from '../../src/sources/directory.js';
import { readOne, refusalOf } from './read-one.js';

const HEADERS = ['From: Claire <claire@maison-exemple.fr>', 'To: paul@client.example', 'Date: Mon, 07 Sep 2026 09:12:33 +0200', 'Message-ID: <un@x>', 'MIME-Version: 1.0'];
/** Headers, then a body of bytes or lines. */
const mail = (header: string | readonly string[], body: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from([...HEADERS, ...[header].flat(), '', ''].join('\r\n')), typeof body === 'string' ? Buffer.from(body.replaceAll('\n', '\r\n')) : body]);
const parts = (kind: string, ...all: readonly string[]): Buffer => mail(`Content-Type: multipart/${kind}; boundary=b`, `${all.map((part) => `--b\n${part}\n`).join('')}--b--\n`);
const part = (type: string, body: string): string => `Content-Type: ${type}; charset=utf-8\n\n${body}`;
const textOf = async (bytes: Buffer): Promise<string> => (await readOne(bytes)).turns[0]!.text.trim();
const typed = (type: string) => `Content-Type: ${type}`;

const INVITATION = 'Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Visite\nEND:VEVENT\nEND:VCALENDAR';
const HTML = '<p>Bonjour Madame, voici votre facture.</p><blockquote>Où est-elle ?</blockquote>';
const READ_HTML = 'Bonjour Madame, voici votre facture.\n\n> Où est-elle ?';

describe('parts of a mail', () => {
  it.each([
    ['an empty text', ' \n'],
    ['a text that only points to it', 'Votre logiciel de messagerie ne peut pas afficher les messages au format HTML.'],
    ['the same in English', 'Please open this message in an HTML mail client.'],
  ])('HTML is read where its other form is %s', async (_, plain) => {
    expect(await textOf(parts('alternative', part('text/plain', plain), part('text/html', HTML)))).toBe(READ_HTML);
  });

  it('a text that speaks of HTML and is the same as its other form is read', async () => {
    const plain = 'Votre facture HTML est jointe.';
    expect(await textOf(parts('alternative', part('text/plain', plain), part('text/html', `<p><b>Votre</b> facture HTML est jointe.</p><p>${'Pied de page. '.repeat(9)}</p>`)))).toBe(plain);
  });

  it('what HTML quotes stays quoted beside a text that a mailing list adds', async () => {
    expect(await textOf(parts('mixed', part('text/html', HTML), part('text/plain', '_____\nListe sav')))).toBe(`${READ_HTML}\n_____\nListe sav`);
  });

  it('a text around an image is read in both halves, files of text are not', async () => {
    const bytes = parts('mixed', part('text/plain', 'Voici la photo,'), 'Content-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA', part('text/plain; name=journal.log', 'erreur 500'), part('text/plain', 'et la suite.'));
    expect((await textOf(bytes)).split(/\s+/)).toEqual(['Voici', 'la', 'photo,', 'et', 'la', 'suite.']);
  });

  it('an invitation is no text', async () => {
    expect(await textOf(parts('alternative', part('text/plain', 'Je vous propose jeudi.'), INVITATION))).toBe('Je vous propose jeudi.');
    expect(await refusalOf(mail(INVITATION.split('\n\n')[0]!, INVITATION.split('\n\n')[1]!))).toMatchObject({ reason: 'no_text', detail: expect.stringContaining('agenda') });
  });

  it('a mail in the mail is not the words of who sends it on', async () => {
    const inner = 'Content-Type: message/rfc822\n\nFrom: paul@client.example\nSubject: plainte\n\nVous êtes nuls';
    expect(await textOf(parts('mixed', part('text/plain', 'Je vous transfère ceci.'), inner))).toBe('Je vous transfère ceci.');
    expect(await refusalOf(parts('mixed', inner))).toMatchObject({ reason: 'no_text', detail: expect.stringContaining('autres courriels') });
  });

  it('a winmail.dat is dropped, and named when it holds all', async () => {
    const winmail = 'Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\neJ8+Ig==';
    expect(await textOf(parts('mixed', part('text/plain', 'Bonjour'), winmail))).toBe('Bonjour');
    expect(await refusalOf(parts('mixed', winmail))).toMatchObject({ reason: 'no_text', detail: expect.stringContaining('winmail.dat') });
  });

  it('a line flows into the next one only as deep in the quotation', async () => {
    const body = 'Bonjour à \ntous.\n\n> Une ligne \n> citée \nMa réponse\n>> Plus profond \n>> encore\n-- \nClaire';
    expect(await textOf(mail(typed('text/plain; charset=utf-8; format=flowed'), body))).toBe('Bonjour à tous.\n\n> Une ligne citée \nMa réponse\n> > Plus profond encore\n-- \nClaire');
    expect(await textOf(mail(typed('text/plain; charset=utf-8; format=flowed; delsp=yes'), 'Bonjour à  \ntous.'))).toBe('Bonjour à tous.');
  });
});

const armour = (what: string): string => `-----BEGIN PGP ${what}-----\n\niQEzBAEBCAAdFiEE\n=abcd\n-----END PGP ${what}-----`;

describe('what programs wrote into a text', () => {
  it('is taken out: a signature, a key, an image in uuencode', async () => {
    const body = `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nBonjour,\n- -- \nClaire\n${armour('SIGNATURE')}\n${armour('PUBLIC KEY BLOCK')}\nbegin 644 photo.jpg\nM${'A'.repeat(60)}\n\`\nend`;
    expect(await textOf(mail('X-Mailer: x', body))).toBe('Bonjour,\n-- \nClaire');
  });

  it('stays where it only looks like it', async () => {
    const body = 'begin 644 les travaux\nle lundi\n-----BEGIN PGP SIGNATURE-----\nsans fin';
    expect(await textOf(mail('X-Mailer: x', body))).toBe(body);
  });

  it.each([
    ['PGP/MIME', parts('encrypted; protocol="application/pgp-encrypted"', 'Content-Type: application/pgp-encrypted\n\nVersion: 1', `Content-Type: application/octet-stream\n\n${armour('MESSAGE')}`), 'chiffré'],
    ['PGP in the text', mail('X-Mailer: x', armour('MESSAGE')), 'chiffré'],
    ['S/MIME', mail([typed('application/pkcs7-mime; smime-type=enveloped-data'), 'Content-Transfer-Encoding: base64'], 'MIAG'), 'chiffré'],
    ['S/MIME that is signed in one block', mail([typed('application/x-pkcs7-mime; smime-type=signed-data'), 'Content-Transfer-Encoding: base64'], 'MIAG'), 'signé'],
  ])('%s is refused, and the refusal says why', async (_, bytes, word) => {
    expect(await refusalOf(bytes)).toMatchObject({ reason: 'encrypted', detail: expect.stringContaining(word) });
  });

  it('a signature beside the text leaves it as it is', async () => {
    expect(await textOf(parts('signed; protocol="application/pgp-signature"', part('text/plain', 'Bonjour'), 'Content-Type: application/pgp-signature\n\n-----BEGIN PGP SIGNATURE-----'))).toBe('Bonjour');
  });
});

const western = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('charsets', () => {
  it.each([
    ['UTF-8 that goes by a Western name', 'iso-8859-1', Buffer.from('Désolé, l’été à Noël')],
    ['UTF-8 that goes by ASCII', 'us-ascii', Buffer.from('Désolé, l’été à Noël')],
    ['UTF-8 that goes by a name nobody knows', 'x-unknown', Buffer.from('Désolé, l’été à Noël')],
    ['Windows-1252 that goes by UTF-8', 'utf-8', Buffer.from('D\xe9sol\xe9, l\x92\xe9t\xe9 \xe0 No\xebl', 'latin1')],
    ['Windows-1252 that goes by ASCII', 'us-ascii', Buffer.from('D\xe9sol\xe9, l\x92\xe9t\xe9 \xe0 No\xebl', 'latin1')],
    ['Windows-1252 that goes by ISO-8859-1', 'iso-8859-1', Buffer.from('D\xe9sol\xe9, l\x92\xe9t\xe9 \xe0 No\xebl', 'latin1')],
    ['UTF-7', 'utf-7', Buffer.from('D+AOk-sol+AOk, l+IBk-+AOk-t+AOk +AOA No+AOs-l')],
    ['Mac Roman', 'macintosh', Buffer.from('D\x8esol\x8e, l\xd5\x8et\x8e \x88 No\x91l', 'latin1')],
  ])('%s is read as what it is', async (_, charset, bytes) => {
    expect(await textOf(mail(typed(`text/plain; charset=${charset}`), bytes))).toBe('Désolé, l’été à Noël');
  });

  it('a part that names none is read as Windows-1252 where it is no UTF-8, and HTML as it says itself', async () => {
    const inParts = Buffer.concat([mail(typed('multipart/mixed; boundary=b'), '--b\n'), western('Content-Type: text/plain\r\n\r\nD\xe9sol\xe9\r\n--b--')]);
    expect(await textOf(inParts)).toBe('Désolé');
    expect(await textOf(mail(typed('text/html'), western('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15"><p>10 \xa4'))) ).toBe('10 €');
  });

  it('a text with one broken character is still UTF-8', async () => {
    expect(await textOf(mail(typed('text/plain; charset=utf-8'), Buffer.concat([Buffer.from('Été, à Noël'), Buffer.from([0xc3])])))).toBe('Été, à Noël\ufffd');
  });

  it('names and subjects in bare Windows-1252 are read', async () => {
    const bytes = Buffer.from('From: H\xe9l\xe8ne <h@client.example>\r\nSubject: R\xe9clamation\r\nDate: Mon, 07 Sep 2026 09:12:33 +0200\r\n\r\nBonjour', 'latin1');
    expect(await readOne(bytes)).toMatchObject({ subject: 'Réclamation', participants: [{ name: 'Hélène' }] });
  });
});

describe('who wrote', () => {
  const directory = readDirectory(Buffer.from('{"agentDomains":["maison-exemple.fr"]}'));
  const people = { ...(directory.kind === 'ok' && { directory: directory.value }) };
  const roleOf = async (...headers: readonly string[]) => (await readOne(mail(headers, 'Bonjour'), people)).participants[0]!.role;

  it.each([
    'Auto-Submitted: auto-generated', 'X-Autoreply: yes', 'Precedence: auto_reply', 'Return-Path: <>',
    'Subject: =?utf-8?q?R=C3=A9ponse_automatique_=3A_Commande?=', 'Subject: Absence du bureau', "Subject: Message d'absence : congés", 'Subject: Automatic reply: order', 'Subject: [Auto-Reply] order',
  ])('nobody, where a machine says « %s »', async (header) => {
    expect(await roleOf(header)).toBe('system');
  });

  it.each(['Auto-Submitted: no', 'X-Auto-Response-Suppress: All', 'Precedence: bulk', 'Subject: Re: Réponse automatique : commande', 'Subject: Absence lors de la livraison', 'Subject: Réponse autorisée'])(
    'the agent, where it says « %s »',
    async (header) => {
      expect(await roleOf(header)).toBe('agent');
    },
  );

  it('nobody yet, where it is a draft', async () => {
    for (const header of ['X-Unsent: 1', 'X-Gmail-Labels: Brouillons,=?UTF-8?Q?Ouverts?=', 'X-Mozilla-Draft-Info: internal/draft; vcard=0']) {
      expect((await refusalOf(mail(header, 'Malheureusement'))).reason).toBe('not_sent');
    }
    expect((await readOne(mail('X-Gmail-Labels: Envoyés', 'Bonjour'))).externalId).toBe('un@x');
  });
});

const caseOf = async (...headers: readonly string[]): Promise<string | undefined> => (await readOne(mail(headers, 'Bonjour'))).caseRef;

describe('threads', () => {
  it.each([
    ['the root of the chain', ['References: <racine@x> <b@x>', 'In-Reply-To: <b@x>'], 'racine@x'],
    ['the root, however the chain is folded', ['References:', ' <une-racine-tres-longue-', ' qui-fut-pliee@x>', '\t<b@x>'], 'une-racine-tres-longue-qui-fut-pliee@x'],
    ['what it answers, without a chain', ['In-Reply-To: Votre message du 7 septembre <b@x>'], 'b@x'],
    ['itself, with neither', [], 'un@x'],
    ['itself, where the chain is empty', ['References: ', 'In-Reply-To: <>'], 'un@x'],
    ['an id without brackets', ['In-Reply-To: b@x'], 'b@x'],
  ])('a mail belongs to %s', async (_, headers, expected) => {
    expect(await caseOf(...headers)).toBe(expected);
  });

  it('a root too long for a reference is the same one for the mail that begins it and for those that answer', async () => {
    const long = `${'a'.repeat(300)}@x`;
    const first = await readOne(Buffer.from(`From: paul@client.example\r\nMessage-ID: <${long}>\r\n\r\nBonjour`));
    expect(first.caseRef).toMatch(/^sha256-/);
    expect(await caseOf(`References: <${long}>`)).toBe(first.caseRef);
  });
});
