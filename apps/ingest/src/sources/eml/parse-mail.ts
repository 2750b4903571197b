import PostalMime, { type Address, type Email } from 'postal-mime';
import { boundedId } from '../bounded-id.js';
import { storable } from '../decode-text.js';
import { inMebibytes, LIMITS } from '../limits.js';
import { ok, refuse, type Read } from '../refusal.js';
import { withoutC1 } from '../windows-1252.js';
import { htmlToText } from '../html/html-to-text.js';
import { parseMailDate } from './mail-date.js';
import { countTextLines } from './text-lines.js';

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
  /** True when a machine says that it wrote it (RFC 3834), or it is a delivery report. */
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
    return ok(toMail(await parse(bytes)));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/nesting depth/i.test(message)) {
      return refuse('too_deep', `Les parties du courriel sont imbriquées sur plus de ${LIMITS.mimeDepth} niveaux.`);
    }
    return refuse('invalid_file', `Courriel illisible : ${message}`);
  }
}

async function parse(bytes: Buffer): Promise<Email> {
  const options = { forceRfc822Attachments: true, maxNestingDepth: LIMITS.mimeDepth, maxHeadersSize: LIMITS.mailHeaderBytes };
  const email = await PostalMime.parse(bytes, options);
  if (!saysNoCharset(email) || !`${email.text ?? ''}${email.html ?? ''}`.includes('\ufffd')) return email;
  // 8-bit text that declares no charset and is no UTF-8: an old mailer, and these wrote Windows-1252. The first header wins.
  const type = email.headers.find(({ key }) => key === 'content-type')?.value.split(';')[0]?.trim() ?? 'text/plain';
  return PostalMime.parse(Buffer.concat([Buffer.from(`Content-Type: ${type}; charset=windows-1252\r\n`), bytes]), options);
}

function saysNoCharset(email: Email): boolean {
  const type = email.headers.find(({ key }) => key === 'content-type')?.value.toLowerCase() ?? 'text/plain';
  return /^text\/(?:plain|html)\b/.test(type) && !type.includes('charset');
}

function toMail(email: Email): Mail {
  const header = (name: string): string => email.headers.find(({ key }) => key === name)?.value ?? '';
  const messageId = messageIds(email.messageId ?? '')[0];
  const threadId = messageIds(email.references ?? '')[0] ?? messageIds(email.inReplyTo ?? '')[0] ?? messageId;
  const date = parseMailDate(header('date')) ?? parseMailDate(header('received').split(';').at(-1) ?? '');
  const subject = clean((email.subject ?? '').replace(/\s+/g, ' ').trim()).slice(0, 1000);
  const from = mailboxes([email.from, email.sender])[0];
  const plain = email.text ?? '';
  return {
    ...(messageId !== undefined && { messageId: boundedId(messageId, 500) }),
    ...(threadId !== undefined && { threadId: boundedId(threadId, 200) }),
    ...(date !== undefined && { date }),
    ...(subject !== '' && { subject }),
    ...(from !== undefined && { from }),
    recipients: mailboxes([...(email.to ?? []), ...(email.cc ?? [])]),
    automatic: !/^(?:no\b.*)?$/i.test(header('auto-submitted').trim()) || /^multipart\/report/i.test(header('content-type')),
    text: clean(plain.trim() === '' ? htmlToText(email.html ?? '') : plain),
  };
}

const clean = (text: string): string => storable(withoutC1(text));

/** Ids in angle brackets; a bare one, as some mailers write, counts too. */
function messageIds(header: string): string[] {
  const ids = [...header.matchAll(/<([^<>\s]{1,990})>/g)].map(([, id]) => storable(id!));
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
