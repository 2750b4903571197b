import { z } from 'zod';
import type { Piece } from '../gather-conversation/gathered.js';
import { chatwootConversationSchema, chatwootMessageSchema, type ChatwootConversation, type ChatwootMessage } from '../sources/chatwoot/chatwoot-file.schema.js';
import { channelOf, externalIdOf, threadMessageOf } from '../sources/chatwoot/chatwoot-conversation.js';
import { checkJson } from '../sources/json-text.js';
import { ok, type Read } from '../sources/refusal.js';
import { idField, textField } from '../sources/thread/fields.js';

const account = z.looseObject({ id: idField });
const messageEvent = chatwootMessageSchema.extend({ account, conversation: chatwootConversationSchema, inbox: z.looseObject({ name: textField }).nullish() });
const conversationEvent = chatwootConversationSchema.extend({ account: account.nullish() });

/** What a delivery is about; null for events that say nothing of a conversation. */
export interface ChatwootDelivery {
  readonly externalId: string;
  readonly piece: Piece;
}

/** Of one moment, the later kind of event knows more. */
const RANKS: ReadonlyMap<string, number> = new Map([
  ['message_created', 1],
  ['message_updated', 2],
  ['conversation_created', 1],
  ['conversation_updated', 2],
  ['conversation_status_changed', 3],
]);

/** Reads the body of a webhook, already parsed. Never throws. */
export function readChatwootEvent(value: unknown): Read<ChatwootDelivery | null> {
  const named = checkJson(z.looseObject({ event: z.string() }), value, 'invalid_file', 'Événement Chatwoot');
  if (named.kind === 'refused') return named;
  const { event } = named.value;
  const rank = RANKS.get(event);
  if (rank === undefined) return ok(null);
  return event.startsWith('message_') ? readMessageEvent(value, rank) : readConversationEvent(value, rank);
}

function readMessageEvent(value: unknown, rank: number): Read<ChatwootDelivery | null> {
  const checked = checkJson(messageEvent, value, 'invalid_file', 'Événement Chatwoot');
  if (checked.kind === 'refused') return checked;
  const { account: owner, conversation, inbox, ...message } = checked.value;
  const piece = pieceOf(conversation, rank, message);
  const queue = inbox?.name;
  return ok({ externalId: externalIdOf(owner.id, conversation.id), piece: { ...piece, fields: { ...piece.fields, ...(queue !== undefined && { queue }) } } });
}

function readConversationEvent(value: unknown, rank: number): Read<ChatwootDelivery | null> {
  const checked = checkJson(conversationEvent, value, 'invalid_file', 'Événement Chatwoot');
  if (checked.kind === 'refused') return checked;
  const conversation = checked.value;
  // Without its account a conversation has no name of its own; nothing is lost, since messages come with theirs.
  const owner = conversation.account?.id ?? conversation.account_id ?? conversation.messages?.find(({ account_id: id }) => id != null)?.account_id;
  return ok(owner == null ? null : { externalId: externalIdOf(owner, conversation.id), piece: pieceOf(conversation, rank) });
}

/** @param told the message that the event is about; those within its conversation are only mentioned, some without their sender */
function pieceOf(conversation: ChatwootConversation, rank: number, told?: ChatwootMessage): Piece {
  // Every change of a message touches its conversation: this clock orders the states of one message too.
  const clock = conversation.updated_at ?? conversation.last_activity_at ?? undefined;
  const messageOf = (message: ChatwootMessage, weight: 1 | 2): Piece['messages'][number] => {
    const at = clock ?? message.updated_at ?? message.created_at;
    return { id: message.id, version: { weight, at, rank }, message: threadMessageOf(message) };
  };
  return {
    version: { weight: 2, at: clock ?? told?.created_at ?? conversation.created_at ?? 0, rank },
    fields: {
      openedAt: conversation.created_at ?? undefined,
      channel: channelOf(conversation),
      subject: conversation.additional_attributes?.mail_subject,
      tags: conversation.labels,
    },
    messages: [...(conversation.messages ?? []).map((message) => messageOf(message, 1)), ...(told === undefined ? [] : [messageOf(told, 2)])],
  };
}
