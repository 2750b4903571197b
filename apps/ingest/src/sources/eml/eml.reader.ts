import { createHash } from 'node:crypto';
import type { Participant } from '#domain';
import { interactionOf } from '../interaction-of.js';
import { speakerMetadata } from '../metadata.js';
import { refuse } from '../refusal.js';
import type { ReadContext, ReadItem, SourceReader } from '../source-reader.js';
import { participantOf } from '../speaker.js';
import { withoutFromLine } from '../mbox/from-line.js';
import { hasSeveralMails, looksLikeMail } from './detect-mail.js';
import { parseMail, type Mail, type MailAddress } from './parse-mail.js';

/** Recipients beyond these tell nothing about a conversation with a customer. */
const MAX_RECIPIENTS = 20;

/** One mail is one interaction of one turn. */
export const emlReader: SourceReader = {
  format: 'eml',
  title: 'Courriel (.eml, RFC 5322)',
  extensions: ['.eml'],
  mediaTypes: ['message/rfc822'],
  detect: looksLikeMail,
  read: async function* (bytes, context) {
    yield hasSeveralMails(bytes) ? refuse('unknown_format', 'C’est une boîte aux lettres de plusieurs courriels : son format est « mbox ».') : await readMail(bytes, context);
  },
};

/** The bytes of one mail; a separator of mailboxes before it is no part of it. */
export async function readMail(bytes: Buffer, context: ReadContext): Promise<ReadItem> {
  const own = withoutFromLine(bytes);
  const mail = await parseMail(own);
  return mail.kind === 'ok' ? toInteraction(mail.value, own, context) : mail;
}

function toInteraction(mail: Mail, bytes: Buffer, context: ReadContext): ReadItem {
  const participants = participantsOf(mail, context);
  const sender = participants[0]!;
  return interactionOf(
    {
      channel: 'email',
      externalId: mail.messageId ?? idOf(mail),
      startedAt: mail.date,
      direction: sender.role === 'agent' ? 'outbound' : sender.role === 'customer' ? 'inbound' : undefined,
      subject: mail.subject,
      caseRef: mail.threadId,
      participants,
      turns: [{ id: '0', participantId: sender.id, text: mail.text, offsetMs: 0 }],
    },
    bytes,
    'mailbox',
    context,
  );
}

/** A mail without an id of its own goes by what it says: its file's name is an accident, and programs write their own headers into its bytes. */
function idOf({ date, from, recipients, subject, text }: Mail): string {
  const said = JSON.stringify([date, from?.address, recipients.map(({ address }) => address), subject, text]);
  return `sha256-${createHash('sha256').update(said).digest('hex')}`;
}

/** The sender first. */
function participantsOf(mail: Mail, context: ReadContext): Participant[] {
  const named = (who: MailAddress): Participant => participantOf({ id: who.address, ...who }, context);
  const from = mail.from === undefined ? participantOf({ id: 'from' }, context) : named(mail.from);
  const told = speakerMetadata(context.metadata, [from.id]) !== undefined;
  const sender: Participant = mail.automatic && !told ? { id: from.id, role: 'system', ...(from.name !== undefined && { name: from.name }) } : from;
  const recipients = new Map<string, Participant>();
  for (const who of mail.recipients) {
    if (who.address !== sender.id && recipients.size < MAX_RECIPIENTS) recipients.set(who.address, named(who));
  }
  return guessCustomers(sender, [...recipients.values()]);
}

/** Whoever writes with the brand's staff is taken for a customer, and the guess is marked. */
function guessCustomers(sender: Participant, recipients: readonly Participant[]): Participant[] {
  const staffed = sender.role === 'agent' || recipients.some(({ role }) => role === 'agent');
  const customer = (who: Participant): Participant => (who.role === 'unknown' && who.id.includes('@') && staffed ? { ...who, role: 'customer', roleGuessed: true, ref: who.id } : who);
  return [customer(sender), ...recipients.map(customer)];
}
