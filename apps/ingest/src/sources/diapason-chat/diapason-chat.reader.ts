import type { Participant, Turn } from '#domain';
import { interactionOf } from '../interaction-of.js';
import { checkJson, parseJsonBytes } from '../json-text.js';
import { inMebibytes, LIMITS } from '../limits.js';
import { refuse, type Read } from '../refusal.js';
import type { ReadContext, ReadItem, SourceReader } from '../source-reader.js';
import { participantOf } from '../speaker.js';
import { orderTurns } from '../thread/order-turns.js';
import { topLevelKeysOf } from '../top-level-keys.js';
import { chatFileSchema, type ChatFile } from './chat-file.schema.js';

/** A chat session in the documented plain JSON: one message is one turn. */
export const diapasonChatReader: SourceReader = {
  format: 'diapason-chat',
  title: 'Session de chat (JSON Diapason)',
  extensions: ['.json'],
  mediaTypes: ['application/json'],
  detect: (head) => topLevelKeysOf(head).get('format') === 'diapason-chat',
  read: readChat,
};

function* readChat(bytes: Buffer, context: ReadContext): Generator<ReadItem> {
  const chat = parseChat(bytes);
  if (chat.kind === 'refused') {
    yield chat;
    return;
  }
  const { id, participants, messages, format: _, ...rest } = chat.value;
  yield interactionOf(
    { ...rest, externalId: id, channel: 'chat', participants: participants.map((who) => withMetadata(who, context)), turns: turnsOf(chat.value, messages) },
    bytes,
    'diapason-chat',
    context,
  );
}

function parseChat(bytes: Buffer): Read<ChatFile> {
  if (bytes.length > LIMITS.fileBytes) return refuse('too_large', `Session de ${inMebibytes(bytes.length)}, pour ${inMebibytes(LIMITS.fileBytes)} au plus.`);
  const json = parseJsonBytes(bytes);
  if (json.kind === 'refused') return json;
  const chat = checkJson(chatFileSchema, json.value, 'invalid_file', 'Session de chat');
  if (chat.kind === 'refused') return chat;
  const known = new Set<string>();
  for (const [i, { id }] of chat.value.participants.entries()) {
    if (known.has(id)) return refuse('invalid_file', `Le participant « ${id} » est donné deux fois.`, `/participants/${i}/id`);
    known.add(id);
  }
  const stranger = chat.value.messages.findIndex(({ from }) => !known.has(from));
  if (stranger < 0) return chat;
  return refuse('invalid_file', `« ${chat.value.messages[stranger]!.from} » n'est l'id d'aucun participant.`, `/messages/${stranger}/from`);
}

/** The file names the roles; a sidecar may correct them, and the directory fills in a name or a team left out. */
function withMetadata(who: Participant, context: ReadContext): Participant {
  const told = context.metadata?.speakers?.[who.id];
  const metadata = { speakers: { [who.id]: told ?? { role: who.role, ref: who.ref, name: who.name, team: who.team } } };
  return participantOf({ id: who.id }, { ...context, metadata });
}

/** A message without text stays: the file was written for Diapason, and its turns are what it says they are. */
const turnsOf = (chat: ChatFile, messages: ChatFile['messages']): Turn[] =>
  orderTurns(
    messages.map(({ from, at, ...message }) => ({ ...message, participantId: from, ...(at !== undefined && { at: Date.parse(at) }) })),
    Date.parse(chat.startedAt),
  );
