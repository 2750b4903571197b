import type { SpeakerRole } from '#domain';
import { messageText } from '../html/message-text.js';
import type { Found } from '../interaction-of.js';
import { refuse, type Refused } from '../refusal.js';
import type { ReadContext, SourceReader } from '../source-reader.js';
import type { SpeakerLabel } from '../speaker.js';
import type { ThreadMessage } from '../thread/message.js';
import { readConversations } from '../thread/read-conversations.js';
import { revisionAt } from '../thread/revision.js';
import { threadOf } from '../thread/thread-of.js';
import { keysInside, topLevelKeysOf } from '../top-level-keys.js';
import { intercomConversationSchema, type IntercomAuthor, type IntercomConversation } from './intercom-file.schema.js';

/** An Intercom conversation: what opened it and its parts. */
export const intercomReader: SourceReader = {
  format: 'intercom',
  title: 'Conversation Intercom (JSON)',
  extensions: ['.json'],
  mediaTypes: ['application/json'],
  detect: (head) => topLevelKeysOf(head).has('conversation_parts') || keysInside(head, 'conversations').has('conversation_parts'),
  read: (bytes, context) =>
    readConversations(bytes, context, { source: 'intercom', what: 'Conversation Intercom', envelope: 'conversations', schema: intercomConversationSchema, found }),
};

function found(conversation: IntercomConversation, context: ReadContext): Found | Refused {
  const { conversation_parts: parts, total_count: total } = conversation.conversation_parts;
  if (total !== undefined && total !== null && total > parts.length) {
    return refuse('invalid_file', `La conversation compte ${total} éléments et le fichier en donne ${parts.length} : exportez-la en entier.`, '/conversation_parts/total_count');
  }
  const messages = [...opening(conversation), ...parts.filter(({ redacted }) => redacted !== true).map(messageOf)];
  return {
    externalId: conversation.id,
    revision: revisionAt(conversation.updated_at ?? undefined, ...parts.flatMap((part) => [part.created_at, part.updated_at ?? undefined])),
    channel: channelOf(conversation.source?.type),
    subject: conversation.title ?? (conversation.source?.subject && messageText(conversation.source.subject)),
    tags: tagsOf(conversation),
    ...threadOf(messages, context, conversation.created_at),
  };
}

function opening({ source, created_at: at }: IntercomConversation): ThreadMessage[] {
  if (source == null || source.body === undefined || source.redacted === true) return [];
  const from = speakerOf(source.author);
  // A campaign or an operator writes in an admin's name what no admin wrote.
  const automatic = /^(?:automated|campaigns?_initiated|operator_initiated)$/.test(source.delivered_as ?? '') && from.role === 'agent';
  return [{ id: `source-${source.id ?? ''}`, at, from: automatic ? { id: `${from.id} (auto)`, role: 'bot', name: from.name } : from, text: messageText(source.body) }];
}

/** Parts whose body the customer sees; every other body (notes, words to whom a conversation is assigned …) is internal. */
const SEEN = new Set(['comment', 'open', 'close', 'snoozed', 'unsnoozed', 'quick_reply', 'message']);

const messageOf = ({ id, part_type: type, created_at: at, author, body }: IntercomConversation['conversation_parts']['conversation_parts'][number]): ThreadMessage => ({
  id: id ?? undefined,
  at,
  from: speakerOf(author),
  text: messageText(body ?? ''),
  private: !SEEN.has(type),
});

const ROLES: Readonly<Record<string, SpeakerRole>> = { user: 'customer', lead: 'customer', contact: 'customer', admin: 'agent', bot: 'bot' };

/** A team is nobody in particular: operators and automations write in its name. */
function speakerOf({ type = '', id, name, email, from_ai_agent: ai }: IntercomAuthor): SpeakerLabel {
  const role = ai === true ? 'bot' : Object.hasOwn(ROLES, type) ? ROLES[type]! : 'unknown';
  const label = `${type || 'unknown'}:${id ?? ''}`;
  return {
    id: ai === true ? `${label} (IA)` : label,
    role,
    ...(name !== undefined && { name }),
    ...(email !== undefined && { address: email }),
    ...(id != null && { ref: `intercom:${id}` }),
  };
}

function channelOf(type = ''): Found['channel'] {
  if (type === 'email') return 'email';
  return type.startsWith('phone') ? 'phone' : 'chat';
}

function tagsOf({ tags }: IntercomConversation): readonly string[] | undefined {
  const names = (tags?.tags ?? []).flatMap(({ name }) => (name === undefined || name.length > 200 ? [] : [name]));
  return names.length === 0 ? undefined : names.slice(0, 100);
}
