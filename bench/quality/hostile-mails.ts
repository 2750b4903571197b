/** A mail that is made to cost time, of any size. */
export interface HostileMail {
  readonly shape: string;
  /** How many of it: near the limit that a mail may reach. */
  readonly size: number;
  readonly mail: (size: number) => Buffer;
}

const HEADERS = 'From: a@b.example\r\nTo: c@d.example\r\nDate: Mon, 07 Sep 2026 09:12:33 +0200\r\nMIME-Version: 1.0\r\n';

const plain = (shape: string, size: number, text: (size: number) => string, type = 'text/plain; charset=utf-8'): HostileMail => ({
  shape,
  size,
  mail: (n) => Buffer.from(`${HEADERS}Content-Type: ${type}\r\n\r\nBonjour\r\n${text(n)}`),
});
const lines = (line: string) => (n: number) => `${line}\r\n`.repeat(n);

/** Up to 60,000 lines, 1 MiB of text, 512 KiB of headers, 50 nested parts and 25 MiB: beyond that a mail is refused before it is read. */
export const HOSTILE_MAILS: readonly HostileMail[] = [
  plain('signature separators', 50_000, lines('-- ')),
  plain('quote marks on one line', 900_000, (n) => '>'.repeat(n)),
  plain('quote marks and spaces', 50_000, lines('> > > > > > > >')),
  plain('attributions', 20_000, lines('Le 7 sept. 2026 à 09:12, Paul a écrit :')),
  plain('attributions that never end', 14_000, lines('Le 7 sept. 2026 à 09:12, Paul Durand <paul@client.example>')),
  plain('header blocks', 10_000, lines('De : Paul\r\nEnvoyé : lundi\r\nÀ : moi\r\nObjet : x\r\n')),
  plain('half header blocks', 25_000, lines('De : Paul\r\nEnvoyé : lundi')),
  plain('one line of words', 800_000, (n) => 'a écrit '.repeat(n / 8)),
  plain('white space', 900_000, (n) => ' '.repeat(n)),
  plain('empty lines', 50_000, lines('')),
  plain('lines that flow', 50_000, lines('mot '), 'text/plain; format=flowed'),
  plain('armour that never ends', 20_000, lines('-----BEGIN PGP MESSAGE-----\r\nbegin 644 x')),
  plain('armour in armour', 12_000, lines('-----BEGIN PGP MESSAGE-----\r\n-----BEGIN PGP SIGNATURE-----\r\n-----END PGP MESSAGE-----')),
  plain('UTF-7 runs', 900_000, (n) => '+'.repeat(n), 'text/plain; charset=utf-7'),
  plain('nested quotations of HTML', 20_000, (n) => '<blockquote>a'.repeat(n), 'text/html'),
  plain('tables of HTML', 100_000, (n) => '<table><tr><td>'.repeat(n / 2), 'text/html'),
  plain('entities of HTML', 200_000, (n) => '&#x26;amp'.repeat(n / 2), 'text/html'),
  { shape: 'parts side by side', size: 10_000, mail: (n) => Buffer.from(`${HEADERS}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nBonjour\r\n'.repeat(n)}--b--`) },
  { shape: 'boundaries side by side', size: 8_000, mail: (n) => Buffer.from(`${HEADERS}Content-Type: multipart/mixed; boundary=b\r\n\r\n${Array.from({ length: n }, (_, i) => `--b\r\nContent-Type: multipart/mixed; boundary=b${i}\r\n\r\n--c${i}\r\n`).join('')}--b--`) },
  { shape: 'recipients', size: 20_000, mail: (n) => Buffer.from(`${HEADERS}Cc: ${Array.from({ length: n }, (_, i) => `a${i}@d.example`).join(',\r\n ')}\r\n\r\nBonjour`) },
  { shape: 'references', size: 20_000, mail: (n) => Buffer.from(`${HEADERS}References: ${Array.from({ length: n }, (_, i) => `<${i}@d.example>`).join('\r\n ')}\r\n\r\nBonjour`) },
  { shape: 'encoded words', size: 12_000, mail: (n) => Buffer.from(`${HEADERS}Subject: ${'=?utf-8?q?=C3=A9_?=\r\n '.repeat(n)}fin\r\n\r\nBonjour`) },
  { shape: 'an attachment', size: 24_000_000, mail: (n) => Buffer.from(`${HEADERS}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nBonjour\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${'A'.repeat(76)}\r\n`.repeat(n / 78)}--b--`) },
  { shape: 'quoted-printable', size: 50_000, mail: (n) => Buffer.from(`${HEADERS}Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${'=E9=\r\n'.repeat(n)}`) },
];
