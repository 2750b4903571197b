import type { SpeakerRole } from '#domain';
import { messageText } from '../html/message-text.js';
import type { Found } from '../interaction-of.js';
import { refuse, type Refused } from '../refusal.js';
import type { ReadContext, SourceReader } from '../source-reader.js';
import type { SpeakerLabel } from '../speaker.js';
import { inZone } from '../thread/local-time.js';
import { readConversations } from '../thread/read-conversations.js';
import { revisionAt } from '../thread/revision.js';
import { threadOf } from '../thread/thread-of.js';
import { keysInside, topLevelKeysOf } from '../top-level-keys.js';
import { zendeskQaSchema, type QaTime, type ZendeskQaComment, type ZendeskQaConversation } from './zendesk-qa-file.schema.js';

/** The payload that Zendesk QA (Klaus) takes: what is sent there can be sent here as it is. */
export const zendeskQaReader: SourceReader = {
  format: 'zendesk-qa',
  title: "Charge d'import Zendesk QA (JSON)",
  extensions: ['.json'],
  mediaTypes: ['application/json'],
  detect: (head) => {
    const keys = topLevelKeysOf(head);
    const inside = keys.has('data') ? keysInside(head, 'data') : keys;
    return inside.has('comments') && inside.has('created') && !inside.has('created_at');
  },
  read: (bytes, context) =>
    readConversations(bytes, context, { source: 'zendesk-qa', what: 'Conversation Zendesk QA', envelope: 'data', schema: zendeskQaSchema, found }),
};

function found(conversation: ZendeskQaConversation, context: ReadContext): Found | Refused {
  const { comments, created, updated } = conversation;
  const zone = context.metadata?.timeZone;
  const times = [created, ...(updated == null ? [] : [updated]), ...comments.map((comment) => comment.created)];
  const zoneless = times.some((time) => time.zoneless) && zone === undefined;
  if (zoneless && !times.every((time) => time.zoneless)) {
    return refuse('invalid_file', 'Des instants ont un fuseau et d’autres non : ajoutez « timeZone » (par exemple Europe/Paris) aux métadonnées.', '/created');
  }
  const ms = (time: QaTime): number => (time.zoneless && zone !== undefined ? inZone(time.at, zone) : time.at);
  // Protocol buffers leave `false` out: where some comments say that they are public, silence says the contrary.
  const tellsPublic = comments.some((comment) => comment.public === true);
  const messages = comments.map((comment) => ({
    id: comment.id ?? undefined,
    at: ms(comment.created),
    from: authorOf(comment, conversation),
    text: messageText(comment.comment ?? ''),
    private: comment.public === false || (tellsPublic && comment.public !== true),
  }));
  const { startedAt, ...thread } = threadOf(messages, context, ms(created));
  return {
    externalId: conversation.id,
    revision: revisionAt(...times.map(ms)),
    channel: channelOf(conversation),
    // Offsets hold without a zone; the start does not.
    startedAt: zoneless ? undefined : startedAt,
    subject: conversation.subject,
    tags: conversation.tags,
    ...thread,
  };
}

function authorOf(comment: ZendeskQaComment, conversation: ZendeskQaConversation): SpeakerLabel {
  const { authorEmail: address, authorName: name } = comment;
  const role = roleOf(comment, conversation);
  return { id: address ?? name ?? role, role, ...(address !== undefined && { address }), ...(name !== undefined && { name }) };
}

/** The assignee and the customer are named by the conversation; for anybody else only the comment's own flag tells. */
function roleOf({ authorEmail, authorIsNotClient }: ZendeskQaComment, { assigneeEmail, customerEmail }: ZendeskQaConversation): SpeakerRole {
  const is = (address: string | undefined): boolean => authorEmail !== undefined && authorEmail.toLowerCase() === address?.toLowerCase();
  if (is(assigneeEmail)) return 'agent';
  if (is(customerEmail)) return 'customer';
  if (authorIsNotClient === undefined || authorIsNotClient === null) return 'unknown';
  return authorIsNotClient ? 'agent' : 'customer';
}

function channelOf({ channel = '' }: ZendeskQaConversation): Found['channel'] {
  if (/call|phone|voice|talk/i.test(channel)) return 'phone';
  return /chat|messag|whatsapp|sms|facebook|instagram|twitter|telegram|viber|line/i.test(channel) ? 'chat' : 'email';
}
