import { messageText } from '../html/message-text.js';
import type { Found } from '../interaction-of.js';
import type { ReadContext, SourceReader } from '../source-reader.js';
import type { SpeakerLabel } from '../speaker.js';
import type { ThreadMessage } from '../thread/message.js';
import { readConversations } from '../thread/read-conversations.js';
import { revisionAt } from '../thread/revision.js';
import { threadOf } from '../thread/thread-of.js';
import { keysInside, topLevelKeysOf } from '../top-level-keys.js';
import { freshdeskTicketSchema, type FreshdeskConversation, type FreshdeskTicket } from './freshdesk-file.schema.js';

/** A Freshdesk ticket: its description is the first turn, its conversations the others. */
export const freshdeskReader: SourceReader = {
  format: 'freshdesk',
  title: 'Ticket Freshdesk avec ses conversations (JSON)',
  extensions: ['.json'],
  mediaTypes: ['application/json'],
  detect: (head) => {
    const keys = topLevelKeysOf(head);
    if (!keys.has('conversations')) return false;
    return ['description', 'description_text', 'requester_id'].some((key) => keys.has(key)) || keysInside(head, 'ticket').has('requester_id');
  },
  read: (bytes, context) => readConversations(bytes, context, { source: 'freshdesk', what: 'Ticket Freshdesk', schema: freshdeskTicketSchema, found }),
};

/** `source` of a ticket. */
const PHONE = 3;
const CHAT = new Set([5, 6, 7, 8, 13]);
const OUTBOUND_EMAIL = 10;
/** `source` of a conversation: sent on to somebody else. */
const FORWARDED = 8;

function found(file: FreshdeskTicket, context: ReadContext): Found {
  const { ticket, conversations } = file;
  const messages = [...description(file), ...conversations.map((one) => messageOf(one, file))];
  return {
    externalId: ticket.id,
    revision: revisionAt(ticket.updated_at ?? undefined, ...conversations.flatMap((one) => [one.created_at, one.updated_at ?? undefined])),
    channel: CHAT.has(ticket.source ?? 0) ? 'chat' : 'email',
    subject: ticket.subject,
    tags: ticket.tags,
    ...threadOf(messages, context, ticket.created_at),
  };
}

function description(file: FreshdeskTicket): ThreadMessage[] {
  const { ticket } = file;
  const text = textOf(ticket.description, ticket.description_text);
  const first = { id: 'description', at: ticket.created_at, text };
  // An agent began: who it was is not in the ticket.
  if (ticket.source === OUTBOUND_EMAIL) return [{ ...first, from: { id: 'outbound', role: 'agent' } }];
  // What somebody wrote down about a call, not what the customer wrote.
  if (ticket.source === PHONE) return [{ ...first, from: { id: 'phone-note', role: 'unknown' }, private: true }];
  return [{ ...first, from: requester(file) }];
}

function requester({ ticket }: FreshdeskTicket): SpeakerLabel {
  const { name, email } = ticket.requester ?? {};
  const id = ticket.requester_id ?? ticket.requester?.id ?? 'requester';
  return { id, role: 'customer', ref: `freshdesk:${id}`, ...(name !== undefined && { name }), ...(email !== undefined && { address: email }) };
}

const messageOf = (one: FreshdeskConversation, file: FreshdeskTicket): ThreadMessage => ({
  id: one.id ?? undefined,
  at: one.created_at,
  from: authorOf(one, file),
  text: textOf(one.body, one.body_text),
  private: one.private || one.source === FORWARDED,
});

function authorOf(one: FreshdeskConversation, file: FreshdeskTicket): SpeakerLabel {
  const { user_id: user, incoming, from_email: from } = one;
  if (one.automation_id != null) return { id: 'automation', role: 'system' };
  if (user == null) return incoming && from !== undefined ? { id: from, role: 'customer', address: addressIn(from) } : { id: 'unknown', role: 'unknown' };
  if (incoming) return user === requester(file).id ? requester(file) : { id: user, role: 'customer', ref: `freshdesk:${user}`, ...(from !== undefined && { address: addressIn(from) }) };
  const agent = file.agents?.find(({ id }) => id === user);
  return { id: user, role: 'agent', ref: `freshdesk:${user}`, ...(agent?.name !== undefined && { name: agent.name }), ...(agent?.email !== undefined && { address: agent.email }) };
}

/** `Paul <paul@client.example>` or the address alone. */
const addressIn = (from: string): string => /<([^<>]{1,320})>/.exec(from)?.[1] ?? from;

const textOf = (html: string | undefined, text: string | undefined): string => (html === undefined ? (text ?? '') : messageText(html));
