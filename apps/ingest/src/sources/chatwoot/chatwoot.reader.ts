import type { z } from 'zod';
import type { Found } from '../interaction-of.js';
import { refuse } from '../refusal.js';
import type { ReadContext, ReadItem, SourceReader } from '../source-reader.js';
import { readConversations } from '../thread/read-conversations.js';
import { revisionAt } from '../thread/revision.js';
import { threadOf } from '../thread/thread-of.js';
import { topLevelKeysOf } from '../top-level-keys.js';
import { channelOf, externalIdOf, threadMessageOf } from './chatwoot-conversation.js';
import { chatwootExportSchema } from './chatwoot-file.schema.js';

/** A Chatwoot conversation exported with its messages; the webhook is receive-webhook/. */
export const chatwootReader: SourceReader = {
  format: 'chatwoot',
  title: 'Conversation Chatwoot exportée avec ses messages (JSON)',
  extensions: ['.json'],
  mediaTypes: ['application/json'],
  detect: (head) => {
    const keys = topLevelKeysOf(head);
    return keys.has('inbox_id') ? keys.has('messages') : keys.has('event') && keys.has('conversation') && keys.has('message_type');
  },
  read: readExport,
};

function* readExport(bytes: Buffer, context: ReadContext): Generator<ReadItem> {
  if (topLevelKeysOf(bytes).has('event')) {
    yield refuse('invalid_file', 'C’est un événement de webhook, qui ne porte qu’un message : envoyez-le signé à POST /v1/webhooks/chatwoot, ou exportez la conversation entière.', '/event');
    return;
  }
  yield* readConversations(bytes, context, { source: 'chatwoot', what: 'Conversation Chatwoot', schema: chatwootExportSchema, found });
}

function found(conversation: z.infer<typeof chatwootExportSchema>, context: ReadContext): Found {
  const { account_id: account, id, messages, meta } = conversation;
  const said = messages.flatMap((message) => threadMessageOf(message) ?? []);
  const times = [conversation.updated_at, conversation.last_activity_at, ...messages.flatMap(({ created_at: made, updated_at: changed }) => [made, changed])];
  return {
    externalId: externalIdOf(account, id),
    // One more than what webhooks up to this moment give: an export knows the system's lines too.
    revision: revisionAt(...times.map((time) => time ?? undefined)) + 1,
    channel: channelOf(conversation) ?? 'chat',
    subject: conversation.additional_attributes?.mail_subject,
    queue: meta?.team?.name,
    tags: conversation.labels,
    ...threadOf(said, context, conversation.created_at ?? undefined),
  };
}
