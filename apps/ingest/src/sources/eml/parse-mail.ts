import type { Address, Email } from 'postal-mime';
import { boundedId } from '../bounded-id.js';
import { storable } from '../decode-text.js';
import { inMebibytes, LIMITS } from '../limits.js';
import { ok, refuse, type Read, type Refused } from '../refusal.js';
import { withoutC1 } from '../windows-1252.js';
import { bodyOf, type MailBody } from './mail-body.js';
import { parseMailDate } from './mail-date.js';
import { parseParts } from './mime-parts.js';
import { withReadableHeaders } from './readable-headers.js';
import { countTextLines } from './text-lines.js';
import { isAutomatic, isDraft } from './who-wrote.js';

export interface MailAddress {
  /** Lower case. */
  readonly address: string;
  readonly name?: string;
}

/** What of a mail the product keeps. */
export interface Mail {
  /** Without angle brackets. */
  readonly messageId?: string;
  /** The first message of the thread, this one when it begins it. */
  readonly threadId?: string;
  readonly date?: string;
  readonly subject?: string;
  readonly from?: MailAddress;
  /** To and Cc, in order. */
  readonly recipients: readonly MailAddress[];
  /** True when a machine wrote it: an automatic reply, a report. */
  readonly automatic: boolean;
  /** The whole body as sent: quoted history, signature and all. */
  readonly text: string;
}

/** Bytes → mail. Attachments, attached messages among them, are dropped; nothing a mail names is fetched. */
export async function parseMail(bytes: Buffer): Promise<Read<Mail>> {
  if (bytes.length > LIMITS.fileBytes) {
    return refuse('too_large', `Courriel de ${inMebibytes(bytes.length)}, pour ${inMebibytes(LIMITS.fileBytes)} au plus : retirez les pièces jointes.`);
  }
  const lines = countTextLines(bytes);
  if (lines > LIMITS.mailTextLines) {
    return refuse('too_large', `Courriel de ${lines} lignes de texte, pour ${LIMITS.mailTextLines} au plus : retirez les pièces jointes.`);
  }
  try {
    const { email, root } = await parseParts(withReadableHeaders(bytes), OPTIONS);
    if (isDraft(email)) return refuse('not_sent', 'Un brouillon : ce courriel n’a été envoyé à personne.');
    const body = bodyOf(root);
    return body.text.trim() === '' ? withoutWords(body) : ok(toMail(email, clean(body.text)));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/nesting depth/i.test(message)) {
      return refuse('too_deep', `Les parties du courriel sont imbriquées sur plus de ${LIMITS.mimeDepth} niveaux.`);
    }
    return refuse('invalid_file', `Courriel illisible : ${message}`);
  }
}

const OPTIONS = { forceRfc822Attachments: true, maxNestingDepth: LIMITS.mimeDepth, maxHeadersSize: LIMITS.mailHeaderBytes };

/** Says what holds the words, where something does. */
function withoutWords({ unread }: MailBody): Refused {
  if (unread.has('encrypted')) return refuse('encrypted', 'Courriel chiffré (PGP ou S/MIME) : déchiffrez-le dans votre messagerie et enregistrez-en la copie lisible.');
  if (unread.has('signed')) return refuse('encrypted', 'Courriel signé d’un seul bloc (S/MIME) : enregistrez-en une copie sans signature.');
  if (unread.has('winmail')) return refuse('no_text', 'Aucune parole à lire : le texte est dans un winmail.dat, qu’Outlook seul sait ouvrir.');
  if (unread.has('calendar')) return refuse('no_text', 'Aucune parole à lire : c’est une invitation d’agenda sans message.');
  if (unread.has('message')) return refuse('no_text', 'Aucune parole à lire : le courriel n’a que d’autres courriels en pièces jointes ; importez-les eux-mêmes.');
  return refuse('no_text', 'Aucune parole à lire : le courriel ne contient pas de texte (pièce jointe ou image seule, ou corps vide).');
}

function toMail(email: Email, text: string): Mail {
  const header = (name: string): string => email.headers.find(({ key }) => key === name)?.value ?? '';
  const messageId = messageIds(email.messageId ?? '')[0];
  const threadId = messageIds(email.references ?? '')[0] ?? messageIds(email.inReplyTo ?? '')[0] ?? messageId;
  const date = parseMailDate(header('date')) ?? parseMailDate(header('received').split(';').at(-1) ?? '');
  const subject = clean((email.subject ?? '').replace(/\s+/g, ' ').trim()).slice(0, 1000);
  const from = mailboxes([email.from, email.sender])[0];
  return {
    ...(messageId !== undefined && { messageId: boundedId(messageId, LONGEST_ID) }),
    ...(threadId !== undefined && { threadId: boundedId(threadId, LONGEST_REF) }),
    ...(date !== undefined && { date }),
    ...(subject !== '' && { subject }),
    ...(from !== undefined && { from }),
    recipients: mailboxes([...(email.to ?? []), ...(email.cc ?? [])]),
    automatic: isAutomatic(email),
    text,
  };
}

/** Of `externalId` and of `caseRef`: a longer one is replaced by its SHA-256, the same wherever it is met. */
const LONGEST_ID = 256;
const LONGEST_REF = 200;

const clean = (text: string): string => storable(withoutC1(text));

/** Ids in angle brackets; a bare one, as some mailers write, counts too. */
function messageIds(header: string): string[] {
  // A long id is folded by some programs, and unfolded it has a space in it.
  const ids = [...header.matchAll(/<([^<>]{1,990})>/g)].map(([, id]) => storable(id!.replace(/\s+/g, ''))).filter((id) => id !== '');
  const bare = header.trim();
  return ids.length > 0 || !/^[^<>\s]{1,990}$/.test(bare) ? ids : [storable(bare)];
}

function mailboxes(addresses: readonly (Address | undefined)[]): MailAddress[] {
  const flat = addresses.flatMap((address) => (address === undefined ? [] : (address.group ?? [address])));
  return flat.filter(({ address }) => address.includes('@')).map(({ address, name }) => {
    const shown = clean(name.trim()).slice(0, 200);
    return { address: boundedId(storable(address.trim().toLowerCase()), 200), ...(shown !== '' && { name: shown }) };
  });
}
