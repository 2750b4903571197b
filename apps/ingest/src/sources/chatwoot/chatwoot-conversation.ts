import type { Channel } from '#domain';
import { messageText } from '../html/message-text.js';
import type { SpeakerLabel } from '../speaker.js';
import type { ThreadMessage } from '../thread/message.js';
import type { ChatwootConversation, ChatwootMessage } from './chatwoot-file.schema.js';

/** Conversations count from 1 in each account. */
export const externalIdOf = (accountId: string, conversationId: string): string => `${accountId}-${conversationId}`;

/** `Channel::Email` → email, `Channel::Voice` → phone, all others are chats; undefined when nothing says it. */
export function channelOf({ channel, meta }: ChatwootConversation): Channel | undefined {
  const kind = channel ?? meta?.channel;
  if (kind === undefined) return undefined;
  if (kind.endsWith('::Email')) return 'email';
  return kind.endsWith('::Voice') ? 'phone' : 'chat';
}

/** A message, or null for one that was deleted: Chatwoot puts a sentence of its own in its place. */
export function threadMessageOf(message: ChatwootMessage): ThreadMessage | null {
  if (message.content_attributes?.deleted === true) return null;
  return { id: message.id, at: message.created_at, from: speakerOf(message), text: messageText(message.content ?? ''), private: message.private === true };
}

/** What no person wrote is nobody's words: activity lines are the system's, templates and bots are bots'. */
function speakerOf(message: ChatwootMessage): SpeakerLabel {
  const { message_type: type, sender } = message;
  if (type === 'activity') return { id: 'chatwoot', role: 'system' };
  if (type === 'template') return { id: 'template', role: 'bot' };
  const name = sender?.name ?? sender?.available_name;
  const named = {
    ...(name !== undefined && { name }),
    ...(sender?.email !== undefined && { address: sender.email }),
    ...(sender?.id != null && { ref: `chatwoot:${sender.id}` }),
  };
  if (type === 'incoming' || sender?.type === 'contact') return { id: `contact:${sender?.id ?? ''}`, role: 'customer', ...named };
  if (sender == null) return isAutomatic(message) ? { id: 'automation', role: 'bot' } : { id: 'unknown', role: 'unknown' };
  // Old versions send users without a type, and bots never.
  if (sender.type === undefined || sender.type === 'user') return { id: `user:${sender.id ?? ''}`, role: 'agent', ...named };
  return { id: `${sender.type}:${sender.id ?? ''}`, role: /bot|assistant/.test(sender.type) ? 'bot' : 'unknown', ...named };
}

const isAutomatic = ({ content_attributes: content, additional_attributes: additional }: ChatwootMessage): boolean =>
  (content?.automation_rule_id ?? additional?.campaign_id ?? null) !== null;
