import { htmlToText } from '../html/html-to-text.js';
import type { Found } from '../interaction-of.js';
import type { ReadContext, SourceReader } from '../source-reader.js';
import type { ThreadMessage } from '../thread/message.js';
import { readConversations } from '../thread/read-conversations.js';
import { revisionAt } from '../thread/revision.js';
import { threadOf } from '../thread/thread-of.js';
import { keysInside, topLevelKeysOf } from '../top-level-keys.js';
import { Authors } from './authors.js';
import { zendeskTicketSchema, type ZendeskComment, type ZendeskTicket } from './zendesk-file.schema.js';

/** A Zendesk ticket with its comments: one ticket is one interaction, one comment one turn. */
export const zendeskReader: SourceReader = {
  format: 'zendesk',
  title: 'Ticket Zendesk avec ses commentaires (JSON)',
  extensions: ['.json'],
  mediaTypes: ['application/json'],
  detect: (head) => {
    const keys = topLevelKeysOf(head);
    if (keys.has('tickets')) return isTicket(keysInside(head, 'tickets'));
    return isTicket(keys) || (keys.has('ticket') && keys.has('comments'));
  },
  read: (bytes, context) =>
    readConversations(bytes, context, { source: 'zendesk', what: 'Ticket Zendesk', envelope: 'tickets', schema: zendeskTicketSchema, found }),
};

const isTicket = (keys: ReadonlyMap<string, unknown>): boolean =>
  keys.has('comments') && ['requester_id', 'requester', 'submitter_id', 'submitter'].some((key) => keys.has(key));

function found(file: ZendeskTicket, context: ReadContext): Found {
  const { ticket, comments } = file;
  const authors = new Authors(file);
  const messages = comments.map((comment): ThreadMessage => {
    return { id: comment.id ?? undefined, at: comment.created_at, from: authors.of(comment), text: textOf(comment), private: !comment.public };
  });
  const { startedAt, participants, turns } = threadOf(messages, context, ticket.created_at ?? undefined);
  return {
    externalId: ticket.id,
    revision: revisionAt(ticket.updated_at ?? undefined, ...comments.map(({ created_at }) => created_at)),
    channel: channelOf(ticket.via?.channel),
    startedAt,
    subject: ticket.subject,
    caseRef: ticket.external_id,
    queue: ticket.group?.name,
    tags: ticket.tags,
    participants,
    turns,
  };
}

/** As it was sent, before what was derived from it. */
const textOf = ({ html_body: html, plain_body: plain, body }: ZendeskComment): string => (html === undefined ? (plain ?? body ?? '') : htmlToText(html));

/** `ticket.via.channel` of what is written in short messages; by all others people write letters. */
const CHATS = /^(?:chat|chat_transcript|native_messaging|messaging|whatsapp|sms|line|wechat|telegram|viber|messenger|apple_business_chat|google_.*|facebook|instagram_dm|twitter|twitter_dm|sunshine_.*|.*_chat|text_?message)$/;

const channelOf = (channel: string | number | null | undefined): Found['channel'] => (CHATS.test(String(channel ?? '').toLowerCase()) ? 'chat' : 'email');
