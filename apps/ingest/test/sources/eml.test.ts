import { describe, expect, it } from 'vitest';
import { readDirectory, type Directory } from '../../src/sources/directory.js';
import { readOne, refusalOf } from './read-one.js';

const mail = (headers: readonly string[], body: string): string => [...headers, '', ...body.split('\n')].join('\r\n');

const HEADERS = [
  'From: Claire Martin <claire.martin@maison-exemple.fr>',
  'To: Paul Durand <Paul.Durand@client.example>',
  'Date: Mon, 07 Sep 2026 09:12:33 +0200',
  'Message-ID: <reponse-1@maison-exemple.fr>',
  'Subject: =?utf-8?q?Votre_commande_n=C2=B0_12?=',
];

function directory(file: object): Directory {
  const read = readDirectory(Buffer.from(JSON.stringify(file)));
  if (read.kind === 'refused') throw new Error(read.detail);
  return read.value;
}

describe('eml', () => {
  it('reads one mail as one interaction of one turn, quoted history included', async () => {
    const body = 'Bonjour Monsieur,\n\nVoici votre facture.\n\nLe 6 sept. 2026, Paul a écrit :\n> Où est ma facture ?\n';
    const read = await readOne(mail([...HEADERS, 'Content-Type: text/plain; charset=utf-8'], body));
    expect(read).toMatchObject({
      source: 'mailbox',
      externalId: 'reponse-1@maison-exemple.fr',
      revision: 1,
      channel: 'email',
      startedAt: '2026-09-07T09:12:33+02:00',
      subject: 'Votre commande n° 12',
      caseRef: 'reponse-1@maison-exemple.fr',
    });
    expect(read.turns).toHaveLength(1);
    expect(read.turns[0]!.text.trimEnd()).toBe(body.trimEnd());
  });

  it('ties a reply to the root of its thread', async () => {
    const headers = [...HEADERS, 'In-Reply-To: <b@x>', 'References: <racine@x>', ' <b@x>'];
    expect((await readOne(mail(headers, 'Bien reçu.'))).caseRef).toBe('racine@x');
  });

  it.each([
    ['iso-8859-15', 'Content-Type: text/plain; charset=iso-8859-15', Buffer.from('Co\xfbt : 10 \xa4', 'latin1'), 'Coût : 10 €'],
    ['windows-1252', 'Content-Type: text/plain; charset="Windows-1252"', Buffer.from('l\x92\xe9t\xe9', 'latin1'), 'l’été'],
    ['8-bit text that names no charset and is no UTF-8', 'X-Mailer: vieux', Buffer.from('D\xe9sol\xe9', 'latin1'), 'Désolé'],
    ['8-bit text that names no charset and is UTF-8', 'X-Mailer: neuf', Buffer.from('Désolé'), 'Désolé'],
  ])('decodes %s', async (_, header, body, expected) => {
    const bytes = Buffer.concat([Buffer.from([...HEADERS, header, '', ''].join('\r\n')), body]);
    expect((await readOne(bytes)).turns[0]!.text.trim()).toBe(expected);
  });

  it('turns an HTML-only mail into text', async () => {
    const html =
      '<html><head><style>p{color:red}</style></head><body><p>Bonjour&nbsp;Madame,</p><p>C&rsquo;est<br>not&eacute;&#33;</p>' +
      '<ul><li>un</li><li>deux</li></ul><blockquote><p>Quand&#x202f;?</p></blockquote><img src="https://traceur.example/p.gif"></body></html>';
    const read = await readOne(mail([...HEADERS, 'Content-Type: text/html; charset=utf-8'], html));
    expect(read.turns[0]!.text).toBe('Bonjour\u00a0Madame,\n\nC’est\nnoté!\n\n- un\n- deux\n\n> Quand\u202f?');
  });

  it('drops attachments, attached messages among them', async () => {
    const parts = [
      '--b', 'Content-Type: text/plain', '', 'Ci-joint.', '--b', 'Content-Type: message/rfc822', '', 'Subject: autre', '', 'hors de question', '--b',
      'Content-Type: text/plain', 'Content-Disposition: attachment; filename=a.txt', '', 'piece jointe', '--b--',
    ];
    const read = await readOne(mail([...HEADERS, 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b'], parts.join('\n')));
    expect(read.turns[0]!.text.trim()).toBe('Ci-joint.');
  });

  it('refuses a mail without words', async () => {
    expect((await refusalOf(mail(HEADERS, ''))).reason).toBe('no_text');
  });

  it('refuses parts nested too deep', async () => {
    const nested = Array.from({ length: 60 }, (_, i) => `--b${i}\nContent-Type: multipart/mixed; boundary=b${i + 1}\n`).join('\n');
    const headers = [...HEADERS, 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b0'];
    expect((await refusalOf(mail(headers, `\n${nested}`))).reason).toBe('too_deep');
  });

  it('says when nothing dates the mail, and takes the date of its arrival when the sender gave none', async () => {
    const undated = HEADERS.filter((header) => !header.startsWith('Date'));
    expect((await readOne(mail(undated, 'Bonjour'))).startedAt).toBe('1970-01-01T00:00:00Z');
    const received = [...undated, 'Received: from a by b; Mon, 7 Sep 2026 07:13:00 GMT'];
    expect((await readOne(mail(received, 'Bonjour'))).startedAt).toBe('2026-09-07T07:13:00Z');
  });

  it('knows a mail without Message-ID by what it says, not by its file name or what a program adds to its headers', async () => {
    const headers = HEADERS.filter((header) => !header.startsWith('Message-ID'));
    const [a, b] = await Promise.all(['a.eml', 'b.eml'].map((fileName) => readOne(mail(headers, 'Bonjour'), { fileName })));
    expect(a!.externalId).toMatch(/^sha256-/);
    const [again, other] = await Promise.all([mail(['X-Mozilla-Status: 0001', ...headers], 'Bonjour'), mail(headers, 'Bonsoir')].map((content) => readOne(content)));
    expect([b!.externalId, again!.externalId]).toEqual([a!.externalId, a!.externalId]);
    expect(other!.externalId).not.toBe(a!.externalId);
  });

  it('reads a mail that a program left the separator of its mailbox in', async () => {
    const [plain, kept] = await Promise.all([mail(HEADERS, 'un'), `From a@b Mon Sep  7 09:12:33 2026\r\n${mail(HEADERS, 'un')}`].map((content) => readOne(content, { fileName: 'a.eml' })));
    expect(kept).toEqual(plain);
  });

  describe('speakers', () => {
    const people = directory({
      agentDomains: ['maison-exemple.fr'],
      agents: [{ ref: 'a-1', name: 'Claire M.', team: { ref: 't-1', name: 'Nord' }, addresses: ['Claire.Martin@maison-exemple.fr'] }],
      customers: [{ ref: 'c-1', addresses: ['paul.durand@client.example'] }],
    });

    it('are whom the directory says', async () => {
      const read = await readOne(mail(HEADERS, 'Bonjour'), { directory: people });
      expect(read.direction).toBe('outbound');
      expect(read.participants).toEqual([
        { id: 'claire.martin@maison-exemple.fr', role: 'agent', ref: 'a-1', name: 'Claire M.', team: { ref: 't-1', name: 'Nord' } },
        { id: 'paul.durand@client.example', role: 'customer', ref: 'c-1', name: 'Paul Durand' },
      ]);
    });

    it('are agents in a declared domain, but a shared box is no person', async () => {
      const [, to] = HEADERS;
      const from = (address: string) => readOne(mail([`From: ${address}`, to!, ...HEADERS.slice(2)], 'Bonjour'), { directory: people });
      expect((await from('julie@maison-exemple.fr')).participants[0]).toEqual({ id: 'julie@maison-exemple.fr', role: 'agent', ref: 'julie@maison-exemple.fr' });
      expect((await from('sav@maison-exemple.fr')).participants[0]).toEqual({ id: 'sav@maison-exemple.fr', role: 'agent' });
    });

    it('are guessed from staff boxes, and the guess is marked', async () => {
      const headers = ['From: jeanne@client.example', 'To: Relation.Client@marque.example', ...HEADERS.slice(2)];
      expect((await readOne(mail(headers, 'Bonjour'))).participants).toEqual([
        { id: 'jeanne@client.example', role: 'customer', roleGuessed: true, ref: 'jeanne@client.example' },
        { id: 'relation.client@marque.example', role: 'agent', roleGuessed: true },
      ]);
    });

    it('stay unknown when nothing tells', async () => {
      const read = await readOne(mail(HEADERS, 'Bonjour'));
      expect(read.participants.map(({ role }) => role)).toEqual(['unknown', 'unknown']);
      expect(read.direction).toBeUndefined();
    });

    it('are no agents when a machine writes in their name', async () => {
      const read = await readOne(mail([...HEADERS, 'Auto-Submitted: auto-replied'], 'Je suis absente.'), { directory: people });
      expect(read.participants[0]).toMatchObject({ role: 'system' });
    });

    it('are whom the sidecar says, above all else', async () => {
      const metadata = { caseRef: 'D-9', speakers: { 'CLAIRE.martin@maison-exemple.fr': { role: 'third-party' as const } } };
      const read = await readOne(mail(HEADERS, 'Bonjour'), { directory: people, metadata });
      expect(read.participants[0]!.role).toBe('third-party');
      expect(read.caseRef).toBe('D-9');
    });
  });
});
